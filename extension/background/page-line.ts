import { panelWords } from '../../shared/texts/panel-words.ts';
import { texts } from '../../shared/texts/texts.ts';
import { expectationsOf, present } from '../guide/present.ts';
import { siteOfOrigin } from '../platform/origins.ts';
import type { Channel, Sender } from '../platform/ports.ts';
import type { FromPage, ToPage } from '../platform/protocol.ts';
import type { Core } from './core.ts';
import type { Pages } from './pages.ts';
import type { ServerEffects } from './server-effects.ts';
import type { Session } from './session.ts';

export type PageLineDeps = {
  core: Core;
  pages: Pages;
  session: Session;
  server: ServerEffects;
  locale: string;
  ready: Promise<void>;
  keepFollowing: () => void;
  noteFront: () => Promise<void>;
};

export type PageLine = ReturnType<typeof createPageLine>;

/** Speaks with the content scripts of the admin pages. */
export function createPageLine(deps: PageLineDeps) {
  const { core, pages, locale, ready, noteFront } = deps;

  function open(page: { tabId: number; origin: string; documentId: string }, channel: Channel<FromPage, ToPage>): void {
    const { tabId, origin, documentId } = page;
    const site = siteOfOrigin(origin);
    if (!core.connection() || site === null) {
      channel.send({ type: 'idle' });
      return;
    }
    pages.add(tabId, { channel, origin, documentId });
    core.dispatch({ type: 'tab-opened', tabId, site, host: new URL(origin).host, documentId });
    void noteFront();
  }

  return {
    /** Takes in a page's channel; any other than the top frame of an admin origin is closed. */
    add(channel: Channel<FromPage, ToPage>, sender: Sender): void {
      const { tabId, origin } = sender;
      if (!pages.accepts(sender) || tabId === null || origin === null) {
        channel.close();
        return;
      }
      let documentId: string | null = null;
      const take = (message: FromPage): void => {
        if (message.type === 'hello') {
          documentId = message.documentId;
          open({ tabId, origin, documentId }, channel);
          return;
        }
        if (documentId !== null && core.connection()) receive({ ...deps, tabId, documentId }, message);
      };
      const close = (): void => {
        const wasOpen = pages.remove(tabId, channel);
        if (wasOpen && documentId !== null && core.connection()) {
          core.dispatch({ type: 'tab-closed', tabId, documentId });
        }
      };
      channel.onMessage((message) => void ready.then(() => take(message)));
      channel.onClose(() => void ready.then(close));
    },

    /** Sends every page what it is to show. */
    show(): void {
      for (const tabId of pages.ids()) {
        pages.send(tabId, messageFor(tabId, core, locale));
      }
    },
  };
}

function messageFor(tabId: number, core: Core, locale: string): ToPage {
  const view = core.connection() ? present(core.state(), tabId, locale) : null;
  if (!view) return { type: 'idle' };
  const words = panelWords(view, texts(locale), locale);
  return { type: 'state', view, words, expectations: expectationsOf(core.state()), pointed: core.pointed() };
}

type Received = PageLineDeps & { tabId: number; documentId: string };

/** Takes in what a page that has said hello says. */
function receive(from: Received, message: Exclude<FromPage, { type: 'hello' }>): void {
  const { core, pages, session, tabId, documentId } = from;
  switch (message.type) {
    case 'ping':
      from.keepFollowing();
      core.dispatch({ type: 'tick' });
      break;
    case 'front':
      pages.cameToFront(tabId);
      void from.noteFront();
      break;
    case 'observed':
      core.dispatch({ type: 'observed', tabId, documentId, observation: message.observation });
      break;
    case 'action':
      core.dispatch({ type: 'action', panel: tabId, action: message.action, on: message.on });
      break;
    case 'dismiss':
      void from.server.dismissMessage(message.message);
      break;
    case 'result':
      void session.takeResult(message.id, message.result);
      break;
    case 'pointed':
      void core.keepPointed(message.key, message.selector);
  }
}
