import type { Dialog, Page } from 'playwright-core';
import type { AssistedBrowser } from './assisted-browser.ts';
import { connect, type AssistantBrowser } from './browser.ts';
import { click, readPanel } from './panel.ts';
import { placesInBrowser } from './secrets.ts';

/** Chromium, for the walking admin. */
export function chromium(browser: AssistantBrowser): AssistedBrowser<Page> {
  const pages = (): Page[] => browser.context().pages();
  const shown = (page: Page, selector: string, index = 0) => page.locator(`${selector} >> visible=true`).nth(index);
  return {
    url: (page) => page.url(),
    read: readPanel,
    click,
    tabs: pages,
    bringToFront: (page) => page.bringToFront(),
    connect: (link) => connect(browser, link),
    open: async (url) => {
      const page = await browser.newPage();
      await page.goto(url);
      return page;
    },
    reload: async (page) => {
      await page.reload();
    },
    type: (page, selector, text, index) => shown(page, selector, index).fill(text),
    press: (page, selector, index) => shown(page, selector, index).click(),
    readSidePanel: () => readPanel(browser.sidePanel()),
    nextQuestion: async (page) => {
      const dialog = await new Promise<Dialog>((resolve) => page.once('dialog', resolve));
      return { answer: (word) => (word === 'yes' ? dialog.accept() : dialog.dismiss()) };
    },
    tick: tickBox,
    placesOf: (key) => placesInBrowser(key, { pages: pages(), sidePanel: browser.sidePanel() }),

    startAnew: async () => {
      const panel = browser.sidePanel();
      for (const page of pages()) if (page !== panel && page.url() !== 'about:blank') await page.close();
      const forget = panel.getByRole('button', { name: /forget/i });
      if ((await forget.count()) === 0) return;
      await forget.click();
      await forget.click();
      await panel.getByLabel('Setup link', { exact: true }).waitFor();
    },
  };
}

/** Ticks the box of that label, where the page shows it and it is not ticked yet. */
export async function tickBox(page: Page, label: string): Promise<void> {
  const box = page.getByRole('checkbox', { name: label });
  if ((await box.count()) === 1 && !(await box.isChecked())) await box.check();
}
