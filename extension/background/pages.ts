import type { PageCommand } from '../../shared/setup/commands.ts';
import type { FromPage, ToPage } from '../platform/protocol.ts';
import { siteOfOrigin } from '../platform/origins.ts';
import type { Channel, Sender } from '../platform/ports.ts';
import type { Tabs } from '../platform/tabs.ts';

/** How long a tab that was brought to the front may take to be seen there. */
const FRONT_MS = 500;

/** A page of an admin site whose content script is connected. */
type Page = { channel: Channel<FromPage, ToPage>; origin: string; documentId: string };

export type Pages = ReturnType<typeof createPages>;

/** The connected pages, by tab. Only top frames of the admin origins are let in. */
export function createPages({ tabs }: { tabs: Tabs }) {
  const pages = new Map<number, Page>();
  const awaited = new Map<number, () => void>();

  return {
    /** Whether a channel may be a page's: the top frame of an admin origin. */
    accepts: ({ tabId, frameId, origin }: Sender): boolean =>
      tabId !== null && frameId === 0 && siteOfOrigin(origin) !== null,

    add(tabId: number, page: Page): void {
      pages.set(tabId, page);
    },

    /** Forgets a page, unless another channel has taken its tab since. Answers whether it was known. */
    remove(tabId: number, channel: Page['channel']): boolean {
      return pages.get(tabId)?.channel === channel && pages.delete(tabId);
    },

    has: (tabId: number): boolean => pages.has(tabId),

    ids: (): number[] => [...pages.keys()],

    send(tabId: number, message: ToPage): boolean {
      const page = pages.get(tabId);
      page?.channel.send(message);
      return page !== undefined;
    },

    /** Tells that a page says that it is in front. */
    cameToFront(tabId: number): void {
      awaited.get(tabId)?.();
    },

    /**
     * Has a page do something. The tab is looked at again at this very moment: a command, which may hold the key, goes only
     * to the origin that opened the channel, in a tab that is in front.
     * @returns whether it was sent.
     */
    async command(tabId: number, id: number, command: () => Promise<PageCommand | null>): Promise<boolean> {
      const page = pages.get(tabId);
      if (!page) return false;
      await bringToFront(tabId);
      const order = await command();
      const tab = await tabs.get(tabId);
      const isSame = tab !== null && new URL(tab.url).origin === page.origin && pages.get(tabId) === page;
      if (!order || !isSame || siteOfOrigin(page.origin) === null) return false;
      page.channel.send({ type: 'command', id, command: order });
      return true;
    },
  };

  async function bringToFront(tabId: number): Promise<void> {
    if ((await tabs.get(tabId))?.active) return;
    const front = new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, FRONT_MS);
      awaited.set(tabId, () => {
        clearTimeout(timer);
        resolve();
      });
    });
    await tabs.focus(tabId);
    await front;
    awaited.delete(tabId);
  }
}
