import type { Page } from 'playwright-core';
import type { AssistantBrowser } from './browser.ts';
import { chromium } from './chromium.ts';
import { follow, type Decision } from './follow.ts';
import type { PanelState } from './panel-state.ts';

export type { Decision } from './follow.ts';

export type WalkOptions = {
  browser: AssistantBrowser;
  /** Asked at every settled state, before the next click. May act on the page itself (tick a group, call support). */
  decide?: (state: PanelState, page: Page) => Decision | Promise<Decision>;
  /** How long a state may take to settle, in milliseconds. */
  patienceMs?: number;
};

/** Where a walk ended and what it took. */
export type WalkResult = { page: Page; last: PanelState; clicks: number };

/** Follows the assistant in Chromium, as `follow` tells. */
export async function walk(start: Page, options: WalkOptions): Promise<WalkResult> {
  const { browser, decide = () => 'advised', patienceMs = 30_000 } = options;
  const { tab, last, clicks } = await follow(start, chromium(browser), { decide, patienceMs });
  return { page: tab, last, clicks };
}
