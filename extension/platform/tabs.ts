import { browser } from 'wxt/browser';
import { WAKE } from './protocol.ts';

/** An open tab of one of the admin sites. */
export type AdminTab = { id: number; url: string; active: boolean; windowId: number | null };

/** What the background needs of the browser's tabs. */
export type Tabs = {
  /** The tab, or null when it is gone or its address may not be known. */
  get(tabId: number): Promise<AdminTab | null>;
  /** Tabs at these match patterns. */
  find(patterns: string[]): Promise<AdminTab[]>;
  /** The tab in front of the window that was used last, or null. */
  inFront(): Promise<number | null>;
  focus(tabId: number): Promise<void>;
  open(url: string): Promise<void>;
  /** Tells a tab's content script that the assistant is connected; false when there is none. */
  wake(tabId: number): Promise<boolean>;
  reload(tabId: number): Promise<void>;
  /** Calls when another tab or window came to the front. */
  onFront(listener: () => void): void;
};

/** The browser's tabs. Needs no permission but the admin origins. */
export function browserTabs(): Tabs {
  return {
    get: async (tabId) => adminTab(await browser.tabs.get(tabId).catch(() => null)),
    find: async (patterns) => (await browser.tabs.query({ url: patterns })).flatMap((tab) => adminTab(tab) ?? []),
    inFront: async () => (await browser.tabs.query({ active: true, lastFocusedWindow: true }))[0]?.id ?? null,
    focus,
    open: async (url) => {
      await browser.tabs.create({ url });
    },
    wake: (tabId) =>
      browser.tabs.sendMessage(tabId, WAKE).then(
        () => true,
        () => false,
      ),
    reload: (tabId) => browser.tabs.reload(tabId),
    onFront: (listener) => {
      browser.tabs.onActivated.addListener(listener);
      browser.windows.onFocusChanged.addListener(listener);
    },
  };
}

async function focus(tabId: number): Promise<void> {
  const tab = await browser.tabs.update(tabId, { active: true });
  if (tab?.windowId !== undefined) await browser.windows.update(tab.windowId, { focused: true });
}

function adminTab(tab: { id?: number; url?: string; active: boolean; windowId?: number } | null): AdminTab | null {
  if (tab?.id === undefined || tab.url === undefined) return null;
  return { id: tab.id, url: tab.url, active: tab.active, windowId: tab.windowId ?? null };
}
