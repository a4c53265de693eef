import { turn, type GuideEvent, type Turn } from './events.ts';
import { abandon } from './outcome.ts';
import type { GuideState, PanelId, TabState } from './state.ts';

type TabEvent = Extract<GuideEvent, { type: 'tab-opened' | 'tab-front' | 'tab-closed' | 'observed' }>;

/** A tab was opened, left, came to the front, or shows something. */
export function inTab(state: GuideState, event: TabEvent): Turn {
  switch (event.type) {
    case 'tab-opened': {
      const { tabId, site, host, documentId } = event;
      if (state.tabs[tabId]?.documentId === documentId) return turn(state, { do: 'look', tabId });
      const frontAt = state.tabs[tabId]?.frontAt ?? 0;
      const tab: TabState = {
        site,
        host,
        documentId,
        observation: null,
        staleSince: null,
        frontAt,
        looking: null,
        heard: [],
      };
      return turn(leave({ ...state, tabs: { ...state.tabs, [tabId]: tab } }, tabId));
    }
    case 'tab-front':
      return turn(inFront(state, event.tabId));
    case 'tab-closed': {
      if (state.tabs[event.tabId]?.documentId !== event.documentId) return turn(state);
      const tabs = Object.fromEntries(Object.entries(state.tabs).filter(([id]) => Number(id) !== event.tabId));
      const frontTab = state.frontTab === event.tabId ? null : state.frontTab;
      return turn(leave({ ...state, tabs, frontTab }, event.tabId));
    }
    case 'observed': {
      const tab = state.tabs[event.tabId];
      if (tab?.documentId !== event.documentId) return turn(state);
      const { observation } = event;
      const seen: TabState = { ...tab, observation, staleSince: null };
      return turn({ ...state, tabs: { ...state.tabs, [event.tabId]: seen } });
    }
  }
}

/**
 * What a page was asked is over when the page is gone; what it shows next tells what came of it. Where a way led to another
 * page it is gone on with there; nothing else is, since the admin may have gone of their own accord.
 */
function leave(state: GuideState, tabId: number): GuideState {
  const { working, onward } = state;
  const undo = state.undo?.tabId === tabId ? null : state.undo;
  const preview = state.preview?.tabId === tabId ? null : state.preview;
  const next: GuideState = { ...state, undo, preview };
  const isOnWay = onward?.tabId === tabId && (!working || working.step === onward.step);
  if (isOnWay) {
    const run = state.run && { ...state.run, since: state.now };
    return { ...next, run, working: null, onward: { ...onward, since: state.now } };
  }
  const stopped: GuideState = state.run?.tabId === tabId ? { ...next, run: null } : next;
  return working?.tabId === tabId ? abandon(stopped, working, 'page-gone', null).state : stopped;
}

function inFront(state: GuideState, tabId: number | null): GuideState {
  const tab = tabId === null ? undefined : state.tabs[tabId];
  if (tabId === null || !tab) return { ...state, frontTab: tabId };
  const hosts = { ...state.hosts, [tab.site]: tab.host };
  // A page behind another is not looked at: its time to be searched begins when it comes to the front.
  const looking = state.frontTab === tabId ? tab.looking : null;
  const seen: TabState = { ...tab, looking, frontAt: state.now };
  return { ...state, frontTab: tabId, hosts, tabs: { ...state.tabs, [tabId]: seen } };
}

/**
 * Who clicks in a page's card has that page in front, whichever window the browser names: its word may come later than the
 * click, or never.
 */
export function touched(state: GuideState, panel: PanelId): GuideState {
  return panel === 'sidepanel' || !state.tabs[panel] ? state : inFront(state, panel);
}
