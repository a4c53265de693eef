import type { Page } from 'playwright-core';
import { click, waitForPanel, type PanelState } from './panel.ts';
import type { AssistantBrowser } from './browser.ts';
import type { PanelAction } from '../../../shared/setup/panel.ts';

const MOST_CLICKS = 80;
const UNSETTLED = ['looking', 'working', 'done'];

/** What the walking admin does at a state: press this button, press the advised one, wait for what comes, or stop here. */
export type Decision = PanelAction | 'advised' | 'wait' | 'stop';

export type WalkOptions = {
  browser: AssistantBrowser;
  /** Asked at every settled state, before the next click. May act on the page itself (tick a group, call support). */
  decide?: (state: PanelState, page: Page) => Decision | Promise<Decision>;
  /** How long a state may take to settle, in milliseconds. */
  patienceMs?: number;
};

/** Where a walk ended and what it took. */
export type WalkResult = { page: Page; last: PanelState; clicks: number };

/**
 * Walks the setup as an admin does who follows the assistant: looks at the panel of the tab in front and clicks what it
 * advises, until `decide` says stop or the assistant says that it has finished.
 */
export async function walk(start: Page, options: WalkOptions): Promise<WalkResult> {
  const { browser, decide = () => 'advised', patienceMs = 30_000 } = options;
  let page = start;
  let before: string | null = null;
  for (let clicks = 0; clicks < MOST_CLICKS; clicks += 1) {
    const previous: string | null = before;
    const last = await waitForPanel(
      page,
      previous === null ? 'a settled state' : `something else than ${previous}`,
      (state) => isSettled(state) && signature(state, page) !== previous,
      patienceMs,
    );
    if (last.status === 'finished') return { page, last, clicks };
    const decision = await decide(last, page);
    if (decision === 'stop') return { page, last, clicks };
    before = signature(last, page);
    if (decision === 'wait') continue;
    const action = decision === 'advised' ? last.primary : decision;
    if (action === null) throw new Error(`The panel advises nothing: ${JSON.stringify(last)}`);
    const clicked = await click(page, action as PanelAction);
    if (!clicked) before = null;
    if (clicked && action === 'go' && !new URL(page.url()).host.includes(last.site)) {
      page = await tabOf(last.site, page, browser);
      before = null;
    }
  }
  throw new Error(`The walk did not end within ${String(MOST_CLICKS)} clicks.`);
}

/** The tab of that site, which `go` focused or opened. */
async function tabOf(site: string, page: Page, browser: AssistantBrowser): Promise<Page> {
  const deadline = Date.now() + 10_000;
  while (Date.now() < deadline) {
    const next = browser
      .context()
      .pages()
      .find((candidate) => new URL(candidate.url()).host.includes(site));
    if (next) {
      await next.bringToFront();
      return next;
    }
    await page.waitForTimeout(50);
  }
  throw new Error(`No tab of ${site} came to the front.`);
}

/** Whether the admin has something to decide: a state with a primary action, or the end. */
function isSettled(state: PanelState): boolean {
  return !UNSETTLED.includes(state.status) && (state.primary !== null || state.status === 'finished');
}

/** What an admin would notice as a change; the address too, since one step may lead over several screens of a site. */
function signature({ step, status, problem, primary, primaryLabel }: PanelState, page: Page): string {
  return [step, status, problem ?? '-', primary ?? '-', primaryLabel ?? '-', page.url()].join(' ');
}
