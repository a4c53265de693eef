import { chromium } from 'playwright-core';
import type { Page } from 'playwright-core';
import type { Sites } from './start.ts';

/** A page in a browser that finds the look-alike sites, and everything that went wrong in it. */
export interface Visit {
  readonly page: Page;
  readonly complaints: string[];
  readonly close: () => Promise<void>;
}

/** Opens a headless Chromium on the sites. */
export async function visit(sites: Sites): Promise<Visit> {
  const browser = await chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    chromiumSandbox: false,
    args: [...sites.chromiumArgs],
  });
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  page.setDefaultTimeout(10_000);
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  return { page, complaints, close: () => browser.close() };
}
