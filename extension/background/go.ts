import { SITE_HOSTS } from '../platform/origins.ts';
import type { Tabs } from '../platform/tabs.ts';
import type { Pages } from './pages.ts';

/**
 * Takes the admin to a site: the tab that is known, else any open tab of the site, else a new one. A tab that was open
 * before the extension was installed has no content script and is reloaded to get one.
 */
export async function goToSite(
  { site, host, tabId }: { site: 'dialpad' | 'jumpcloud'; host: string; tabId: number | null },
  { tabs, pages }: { tabs: Tabs; pages: Pages },
): Promise<void> {
  if (tabId !== null && pages.has(tabId)) return tabs.focus(tabId);
  const open = await tabs.find(SITE_HOSTS[site].map((name) => `https://${name}/*`));
  const found = open.find((tab) => new URL(tab.url).host === host) ?? open[0];
  if (!found) return tabs.open(`https://${host}/`);
  await tabs.focus(found.id);
  if (!(await tabs.wake(found.id))) await tabs.reload(found.id);
}
