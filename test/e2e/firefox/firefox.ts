import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { vi } from 'vitest';
import type { PanelAction } from '../../../shared/setup/panel.ts';
import type { Driver } from '../kit/follow.ts';
import { describePanel, type PanelState } from '../kit/panel-state.ts';
import { dialpadHosts, jumpcloudHosts } from '../../sites/certificate.ts';

const EXTENSION = fileURLToPath(new URL('../../../.output/firefox-mv3', import.meta.url));
const EXTENSION_ID = 'jumpcloud-setup@dialpad.example';
/** Firefox gives an extension a random host in each profile, unless it is told which. */
const HOST = '7d0c2f6e-3a51-4c0e-9a35-1f2f6d1b0a11';
const PANEL = 'setup-assistant >>> [role="region"]';
const CLICK_WITHIN_MS = 5_000;
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

/** Connects the extension to a setup session, as the admin does: paste the link, press Connect. */
export async function connectFirefox(firefox: AssistantFirefox, link: string): Promise<Page> {
  const page = await firefox.openSidePanel();
  await page.locator('::-p-aria([name="Setup link"][role="textbox"])').fill(link);
  await page.locator('::-p-aria([name="Connect"][role="button"])').click();
  await page.waitForFunction(() => document.documentElement.dataset['connection'] === 'connected');
  return page;
}

/** How the walking admin looks and clicks in Firefox. */
export function firefoxDriver({ browser }: AssistantFirefox): Driver<Page> {
  return {
    url: (page) => page.url(),
    read: readPanel,
    click,
    tabs: () => browser.pages(),
    bringToFront: (page) => page.bringToFront(),
  };
}

async function readPanel(page: Page): Promise<PanelState | null> {
  const region = await page.$(PANEL);
  return region === null ? null : region.evaluate(describePanel);
}

async function click(page: Page, action: PanelAction): Promise<boolean> {
  const selector = `setup-assistant >>> [data-action="${action}"]`;
  try {
    await page.locator(selector).setTimeout(CLICK_WITHIN_MS).click();
    return true;
  } catch (error) {
    if ((await page.$(selector)) === null) return false;
    throw error;
  }
}
