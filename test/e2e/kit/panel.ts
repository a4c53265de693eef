import type { Locator, Page } from 'playwright-core';
import type { PanelAction } from '../../../shared/setup/panel.ts';
import { describePanel, PANEL, untilPanel, type PanelState } from './panel-state.ts';

export type { PanelState } from './panel-state.ts';

/** How long a button may take to be clickable: a preview's confirm is not at once. */
const CLICK_WITHIN_MS = 5_000;
/** After this it is looked whether there still is a button. A tab that is not in front draws only once a second. */
const LOOKS_AGAIN_MS = 2_500;

/** The panel of a page: in the overlay's open shadow root, or on the extension's own page. */
export function panel(page: Page): Locator {
  return page.getByRole('region', { name: 'Setup assistant', exact: true });
}

/** Reads the panel's state at this moment, or null where there is none. */
export function readPanel(page: Page): Promise<PanelState | null> {
  return page.locator(PANEL).evaluateAll(describePanel);
}

/**
 * Clicks one of the panel's buttons, as a person would. False when the panel moved on by itself before the click: then
 * there is nothing to click any more.
 */
export async function click(page: Page, action: PanelAction): Promise<boolean> {
  const button = panel(page).locator(`[data-action="${action}"]`);
  const deadline = Date.now() + CLICK_WITHIN_MS;
  for (;;) {
    try {
      // Tried before it is done: a click that took too long may have happened, and have opened another tab in front.
      await button.click({ trial: true, timeout: LOOKS_AGAIN_MS });
      break;
    } catch (error) {
      if ((await button.count()) === 0) return false;
      if (Date.now() > deadline) throw error;
    }
  }
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
export function waitForPanel(
  page: Page,
  what: string,
  condition: (state: PanelState) => boolean,
  within = 20_000,
): Promise<PanelState> {
  return untilPanel(() => readPanel(page), `${what}, on ${page.url()}`, condition, within);
}
