import { setTimeout as pause } from 'node:timers/promises';
import type { PanelAction } from '../../../shared/setup/panel.ts';
import { en } from '../../../shared/texts/en.ts';
import { untilPanel, type PanelState } from './panel-state.ts';

const MOST_CLICKS = 80;
const TAB_WITHIN_MS = 10_000;
const UNSETTLED = ['looking', 'working', 'done'];

/** What was to be seen when something was last done, and whether that was a click. */
type Before = { signature: string; clicked: boolean };

/** What the walking admin does at a state: press this button, press the advised one, wait for what comes, or stop here. */
export type Decision = PanelAction | 'advised' | 'wait' | 'stop';

/** How a browser is looked at and clicked in: the same admin walks in each. */
export type Driver<Tab> = {
  url: (tab: Tab) => string;
  read: (tab: Tab) => Promise<PanelState | null>;
  /** False when there is nothing to click any more. */
  click: (tab: Tab, action: PanelAction) => Promise<boolean>;
  tabs: () => Tab[] | Promise<Tab[]>;
  bringToFront: (tab: Tab) => Promise<void>;
};

export type FollowOptions<Tab> = {
  /** Asked at every settled state, before the next click. May act on the page itself (tick a group, call support). */
  decide: (state: PanelState, tab: Tab) => Decision | Promise<Decision>;
  /** How long a state may take to settle, in milliseconds. */
  patienceMs: number;
  /** A state in which the walk has come as far as it should, settled or not. */
  until?: (state: PanelState) => boolean;
};

/** Where a walk ended and what it took. */
export type Followed<Tab> = { tab: Tab; last: PanelState; clicks: number };

/**
 * Walks the setup as an admin does who follows the assistant: looks at the panel of the tab in front and clicks what it
 * advises, until `decide` says stop or the assistant says that it has finished.
 */
export async function follow<Tab>(
  start: Tab,
  driver: Driver<Tab>,
  { decide, patienceMs, until = () => false }: FollowOptions<Tab>,
): Promise<Followed<Tab>> {
  let tab = start;
  let before: Before | null = null;
  for (let clicks = 0; clicks < MOST_CLICKS; clicks += 1) {
    const last: PanelState = await settled(tab, driver, { before, until, patienceMs });
    if (last.status === 'finished' || until(last)) return { tab, last, clicks };
    const decision = await decide(last, tab);
    if (decision === 'stop') return { tab, last, clicks };
    before = { signature: signature(last, driver.url(tab)), clicked: decision !== 'wait' };
    if (decision === 'wait') continue;
    const action = decision === 'advised' ? last.primary : decision;
    if (action === null) throw new Error(`The panel advises nothing: ${JSON.stringify(last)}`);
    const clicked = await driver.click(tab, action as PanelAction);
    if (!clicked) before = null;
    if (clicked && action === 'go' && !new URL(driver.url(tab)).host.includes(last.site)) {
      tab = await tabOf(last.site, driver);
      before = null;
    }
  }
  throw new Error(`The walk did not end within ${String(MOST_CLICKS)} clicks.`);
}

/** The next state in which the admin has something to decide, other than the one that was clicked in. */
function settled<Tab>(
  tab: Tab,
  driver: Driver<Tab>,
  { before, until, patienceMs }: { before: Before | null; until: (state: PanelState) => boolean; patienceMs: number },
): Promise<PanelState> {
  const isNews = (state: PanelState): boolean =>
    before === null || signature(state, driver.url(tab)) !== before.signature || (before.clicked && wasRefused(state));
  return untilPanel(
    () => driver.read(tab),
    `${before === null ? 'a settled state' : `something else than ${before.signature}`}, on ${driver.url(tab)}`,
    (state) => until(state) || (isSettled(state) && isNews(state)),
    patienceMs,
  );
}

/** A click on a card that was drawn anew just then is not believed: the admin clicks again, and the word of it goes. */
function wasRefused({ text }: PanelState): boolean {
  return text.includes(en.panel.notVerified);
}

/** The tab of that site, which `go` focused or opened. */
async function tabOf<Tab>(site: string, driver: Driver<Tab>): Promise<Tab> {
  const deadline = Date.now() + TAB_WITHIN_MS;
  while (Date.now() < deadline) {
    const next = (await driver.tabs()).find((candidate) => new URL(driver.url(candidate)).host.includes(site));
    if (next !== undefined) {
      await driver.bringToFront(next);
      return next;
    }
    await pause(50);
  }
  throw new Error(`No tab of ${site} came to the front.`);
}

/** Whether the admin has something to decide: a state with a primary action, or the end. */
function isSettled(state: PanelState): boolean {
  return !UNSETTLED.includes(state.status) && (state.primary !== null || state.status === 'finished');
}

/** What an admin would notice as a change; the address too, since one step may lead over several screens of a site. */
function signature({ step, status, problem, primary, primaryLabel }: PanelState, url: string): string {
  return [step, status, problem ?? '-', primary ?? '-', primaryLabel ?? '-', url].join(' ');
}
