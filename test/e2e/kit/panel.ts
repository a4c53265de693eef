import type { Locator, Page } from 'playwright-core';
import type { PanelAction } from '../../../shared/setup/panel.ts';

/** What the assistant's panel says of itself, as its public data attributes. */
export type PanelState = {
  step: string;
  status: string;
  problem: string | null;
  site: string;
  primary: string | null;
  primaryLabel: string | null;
  text: string;
};

/** How long a button may take to be clickable: a preview's confirm is not at once. */
const CLICK_WITHIN_MS = 5_000;

/** The panel of a page: in the overlay's open shadow root, or on the extension's own page. */
export function panel(page: Page): Locator {
  return page.getByRole('region', { name: 'Setup assistant', exact: true });
}

/** Reads the panel's state at this moment, or null where there is none. */
export async function readPanel(page: Page): Promise<PanelState | null> {
  const region = panel(page);
  if ((await region.count()) !== 1) return null;
  return region.evaluate((element) => {
    const { step, status, problem, site } = (element as HTMLElement).dataset;
    const primary = element.querySelector('[data-primary]');
    return {
      step: step ?? '',
      status: status ?? '',
      problem: problem ?? null,
      site: site ?? '',
      primaryLabel: primary?.textContent ?? null,
      primary: primary instanceof HTMLElement ? (primary.dataset['action'] ?? null) : null,
      text: element.textContent,
    };
  });
}

/**
 * Clicks one of the panel's buttons, as a person would. False when the panel moved on by itself before the click: then
 * there is nothing to click any more.
 */
export async function click(page: Page, action: PanelAction): Promise<boolean> {
  const button = panel(page).locator(`[data-action="${action}"]`);
  try {
    await button.click({ timeout: CLICK_WITHIN_MS });
    return true;
  } catch (error) {
    if ((await button.count()) === 0) return false;
    throw error;
  }
}

/**
 * Waits until the panel's state satisfies a condition.
 * @throws Error with the last state seen, after `within` milliseconds.
 */
export async function waitForPanel(
  page: Page,
  what: string,
  condition: (state: PanelState) => boolean,
  within = 20_000,
): Promise<PanelState> {
  const deadline = Date.now() + within;
  let last: PanelState | null = null;
  while (Date.now() < deadline) {
    last = await readPanel(page).catch(() => null);
    if (last && condition(last)) return last;
    await page.waitForTimeout(50);
  }
  throw new Error(`The panel did not come to: ${what}. Last seen on ${page.url()}: ${JSON.stringify(last)}`);
}
