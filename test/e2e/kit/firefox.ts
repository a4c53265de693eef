import { existsSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import puppeteer, { type Browser, type Dialog, type ElementHandle, type Page } from 'puppeteer-core';
import { vi } from 'vitest';
import type { PanelAction } from '../../../shared/setup/panel.ts';
import type { AssistedBrowser } from './assisted-browser.ts';
import { describePanel, PANEL, type PanelState } from './panel-state.ts';
import { placesInBrowser } from './secrets.ts';
import { dialpadHosts, jumpcloudHosts } from '../../sites/certificate.ts';

const EXTENSION = fileURLToPath(new URL('../../../.output/firefox-mv3', import.meta.url));
const EXTENSION_ID = 'jumpcloud-setup@dialpad.example';
/** Firefox gives an extension a random host in each profile, unless it is told which. */
const HOST = '7d0c2f6e-3a51-4c0e-9a35-1f2f6d1b0a11';
const CLICK_WITHIN_MS = 10_000;
const LOOKS_AGAIN_MS = 50;
const OPENS_WITHIN_MS = 30_000;

/** A real Firefox with the built extension, in a profile of its own. */
export type AssistantFirefox = {
  browser: Browser;
  /** Opens the extension's own page, as a plain tab. */
  openSidePanel(): Promise<Page>;
  close(): Promise<void>;
};

/** Starts Firefox over WebDriver BiDi with the packaged extension; `port` is where the look-alike sites are. */
export async function openFirefox(executablePath: string, port: number): Promise<AssistantFirefox> {
  if (!existsSync(EXTENSION)) throw new Error('The extension is not built: run `npm run build` first.');
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath,
    headless: true,
    acceptInsecureCerts: true,
    defaultViewport: { width: 1280, height: 800 },
    // Without it Firefox does not let a driver into pages of an extension.
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: {
      'network.dns.localDomains': [...dialpadHosts, ...jumpcloudHosts].join(','),
      'network.socket.forcePort': `443=${String(port)}`,
      'extensions.webextensions.uuids': JSON.stringify({ [EXTENSION_ID]: HOST }),
    },
  });
  try {
    await browser.installExtension(EXTENSION);
  } catch (error) {
    await browser.close();
    throw error;
  }
  return {
    browser,
    openSidePanel: () => openSidePanel(browser),
    close: () => browser.close(),
  };
}

/**
 * A load of an extension's page is never reported as ended, so this waits for what the page shows. A look that falls
 * between two documents fails inside Firefox, and is taken again.
 */
async function openSidePanel(browser: Browser): Promise<Page> {
  const page = await browser.newPage();
  void page.goto(`moz-extension://${HOST}/sidepanel.html`).catch(() => undefined);
  const shown = async (): Promise<void> => {
    if ((await page.$('main input')) === null) throw new Error('The side panel shows no field yet.');
  };
  await vi.waitFor(shown, { timeout: OPENS_WITHIN_MS, interval: 50 });
  return page;
}

/** Firefox, for the walking admin. The side panel is opened once and stays. */
export function firefox(own: AssistantFirefox): AssistedBrowser<Page> {
  const { browser } = own;
  let panel: Promise<Page> | null = null;
  const sidePanel = (): Promise<Page> => (panel ??= own.openSidePanel());
  return {
    url: (page) => page.url(),
    read: (page) => readPanel(page, `setup-assistant >>> ${PANEL}`),
    click,
    tabs: () => browser.pages(),
    bringToFront: (page) => page.bringToFront(),
    connect: async (link) => connectIn(await sidePanel(), link),
    open: async (url) => {
      const page = await browser.newPage();
      await page.goto(url);
      return page;
    },
    reload: async (page) => {
      await page.reload();
    },
    type: async (page, selector, text, index) => {
      const field = await shown(page, selector, index);
      await field.click({ count: 3 });
      await field.type(text);
    },
    press: async (page, selector, index) => (await shown(page, selector, index)).click(),
    readSidePanel: async () => readPanel(await sidePanel(), PANEL),
    nextQuestion: async (page) => {
      const dialog = await new Promise<Dialog>((resolve) => page.once('dialog', resolve));
      return { answer: (word) => (word === 'yes' ? dialog.accept() : dialog.dismiss()) };
    },
    tick,
    placesOf: async (key) => placesInBrowser(key, { pages: await browser.pages(), sidePanel: await sidePanel() }),

    startAnew: async () => {
      const kept = await sidePanel();
      for (const page of await browser.pages()) if (page !== kept && page.url() !== 'about:blank') await page.close();
      if ((await kept.$(LINK_FIELD)) !== null) return;
      await kept.bringToFront();
      await kept.locator(FORGET).click();
      await kept.locator(FORGET).click();
      await kept.waitForSelector(LINK_FIELD);
    },
  };
}

const LINK_FIELD = '::-p-aria([name="Setup link"][role="textbox"])';
const FORGET = '.sa-foot button';

/** Pastes the link and presses Connect, as the admin does. */
async function connectIn(page: Page, link: string): Promise<void> {
  await page.bringToFront();
  await page.locator(LINK_FIELD).fill(link);
  await page.locator('::-p-aria([name="Connect"][role="button"])').click();
  await page.waitForFunction(() => document.documentElement.dataset['connection'] === 'connected');
}

/**
 * Waits until a button is enabled, which a preview's is not at once, and stays where it is. A locator would wait for
 * frames, which a tab behind another does not draw.
 */
async function atRest(button: ElementHandle): Promise<void> {
  let before = '';
  for (;;) {
    const { isThere, isEnabled } = await button.evaluate((element) => {
      return { isThere: element.isConnected, isEnabled: element.matches(':enabled') };
    });
    if (!isThere) throw new Error('The button is gone.');
    const box = JSON.stringify(await button.boundingBox());
    if (isEnabled && box === before) return;
    before = box;
    await pause(LOOKS_AGAIN_MS);
  }
}

/** Of the elements that fit, the one at `index` that the page shows. */
async function shown(page: Page, selector: string, index = 0): Promise<ElementHandle> {
  const found = await vi.waitFor(
    async () => {
      const visible: ElementHandle[] = [];
      for (const element of await page.$$(selector)) if (await element.isVisible()) visible.push(element);
      const wanted = visible[index];
      if (!wanted) throw new Error(`${page.url()} does not show ${selector}, number ${String(index)}.`);
      return wanted;
    },
    { timeout: CLICK_WITHIN_MS, interval: 50 },
  );
  return found;
}

async function tick(page: Page, label: string): Promise<void> {
  const boxes = await page.$$(`::-p-xpath(//label[contains(., "${label}")]//input[@type="checkbox"])`);
  for (const box of boxes) {
    const isOpen = await box.evaluate((element) => element.checkVisibility() && !(element as HTMLInputElement).checked);
    if (isOpen) await box.click();
  }
}

function readPanel(page: Page, selector: string): Promise<PanelState | null> {
  return page.$$eval(selector, describePanel);
}

async function click(page: Page, action: PanelAction): Promise<boolean> {
  const selector = `setup-assistant >>> [data-action="${action}"]`;
  const deadline = Date.now() + CLICK_WITHIN_MS;
  for (;;) {
    try {
      const button = await page.$(selector);
      if (button === null) return false;
      await atRest(button);
      await button.click();
      return true;
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await pause(LOOKS_AGAIN_MS);
    }
  }
}
