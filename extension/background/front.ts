import { frontTabOf } from '../guide/known.ts';
import type { Tabs } from '../platform/tabs.ts';
import type { Core } from './core.ts';
import type { Pages } from './pages.ts';

export type FrontDeps = { core: Core; tabs: Tabs; pages: Pages; isPanelATab: () => boolean };

/**
 * Finds out which tab the side panel speaks of: the one in front. A side panel that is an ordinary tab is in front itself
 * when it is looked at, and speaks of the admin tab that was used last.
 */
export async function noteFront({ core, tabs, pages, isPanelATab }: FrontDeps): Promise<void> {
  const front = await tabs.inFront();
  if (front !== null && pages.has(front)) {
    core.dispatch({ type: 'tab-front', tabId: front });
    return;
  }
  if (!isPanelATab()) {
    core.dispatch({ type: 'tab-front', tabId: null });
    return;
  }
  const state = core.state();
  if (state.frontTab !== null) return;
  const usedAt = (tabId: number) => state.tabs[tabId]?.frontAt ?? 0;
  const latest = [frontTabOf(state, 'jumpcloud'), frontTabOf(state, 'dialpad')].flatMap((tabId) => tabId ?? []);
  latest.sort((one, other) => usedAt(other) - usedAt(one));
  core.dispatch({ type: 'tab-front', tabId: latest[0] ?? null });
}
