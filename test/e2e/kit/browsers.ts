import { findFirefox } from '../../tools/browser.ts';
import type { AssistedBrowser } from './assisted-browser.ts';
import { openBrowser } from './browser.ts';
import { chromium } from './chromium.ts';
import { firefox, openFirefox } from './firefox.ts';
import type { SharedGround } from './shared-ground.ts';

/** The browsers that the same walks go through. Firefox only where there is one. */
export const BROWSERS = ['Chromium', 'Firefox'] as const;
export type BrowserName = (typeof BROWSERS)[number];

/** Something to hold a browser by, whichever it is: what a tab is, only the browser itself knows. */
export type OpenBrowser = { assisted: AssistedBrowser<unknown>; close(): Promise<void> };

const firefoxPath = findFirefox();

/** Whether this machine has it. */
export function isThere(name: BrowserName): boolean {
  return name === 'Chromium' || firefoxPath !== null;
}

/** Opens a browser with the built extension, which finds the look-alikes of that ground. */
export async function openNamed(name: BrowserName, { sites }: SharedGround): Promise<OpenBrowser> {
  if (name === 'Chromium') {
    const browser = await openBrowser({ args: [...sites.chromiumArgs] });
    return { assisted: chromium(browser) as AssistedBrowser<unknown>, close: () => browser.close() };
  }
  const browser = await openFirefox(firefoxPath ?? '', sites.port);
  return { assisted: firefox(browser) as AssistedBrowser<unknown>, close: () => browser.close() };
}
