import { browser } from 'wxt/browser';

/** The language of the browser, as a BCP 47 tag. */
export function browserLocale(): string {
  return browser.i18n.getUILanguage();
}

/** A name for this browser that a person recognises in the list of connected ones. */
export function browserLabel(userAgent: string): string {
  const system = /Windows|Mac OS X|CrOS|Linux/.exec(userAgent)?.[0]?.replace('Mac OS X', 'macOS') ?? 'computer';
  const name = /Firefox|Edg|Chrome/.exec(userAgent)?.[0]?.replace('Edg', 'Edge') ?? 'Browser';
  return `${name} on ${system}`;
}

/** Whether the person let the extension see these origins; Firefox leaves it to them. */
export function mayAccess(origins: string[]): Promise<boolean> {
  return browser.permissions.contains({ origins });
}

/** Asks for these origins. Only inside of a click. */
export function askForAccess(origins: string[]): Promise<boolean> {
  return browser.permissions.request({ origins });
}

/** The tab that this extension page is open in, or null in a side panel. */
export async function ownTab(): Promise<{ tabId: number; windowId: number | null } | null> {
  const tab = (await browser.tabs.getCurrent()) as { id?: number; windowId?: number } | undefined;
  return tab?.id === undefined ? null : { tabId: tab.id, windowId: tab.windowId ?? null };
}

/** Makes a click on the extension's button open the side panel (Chromium) or the sidebar (Firefox). */
export function openPanelOnClick(): void {
  const api: object = browser;
  if ('sidePanel' in api) {
    const panel = api.sidePanel as { setPanelBehavior(behavior: { openPanelOnActionClick: boolean }): Promise<void> };
    void panel.setPanelBehavior({ openPanelOnActionClick: true });
    return;
  }
  if (!('sidebarAction' in api)) return;
  const sidebar = api.sidebarAction as { toggle(): Promise<void> };
  browser.action.onClicked.addListener(() => void sidebar.toggle());
}
