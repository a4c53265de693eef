import { guide } from '../guide/guide.ts';
import { expectationsOf, present } from '../guide/present.ts';
import type { GuideState } from '../guide/state.ts';
import { frontTabOf } from '../guide/known.ts';
import type { Answer, FromPage, FromPanel, SidePanelState, ToPage, ToPanel } from '../platform/protocol.ts';
import { ADMIN_PATTERNS, siteOfOrigin } from '../platform/origins.ts';
import type { Channel, Sender } from '../platform/ports.ts';
import type { Store } from '../platform/storage.ts';
import type { Tabs } from '../platform/tabs.ts';
import { createEffects, type Happening } from './effects.ts';
import { createMemory } from './memory.ts';
import { createPages } from './pages.ts';
import { createServerClient, ServerError, type Connection } from './server-client.ts';
import { createSessionStream } from './session-stream.ts';
import { parseSetupLink } from './setup-link.ts';
import { createVault } from './vault.ts';

export type AssistantDeps = {
  fetch: typeof globalThis.fetch;
  session: Store;
  local: Store;
  tabs: Tabs;
  now: () => number;
  locale: string;
  /** How this browser is listed among the connected ones. */
  label: string;
};

/** A side panel; `tabId` when it is open as an ordinary tab. */
type SidePanel = { channel: Channel<FromPanel, ToPanel>; tabId: number | null };

export type Assistant = ReturnType<typeof createAssistant>;

/**
 * The background: holds the walk's state, the connection and the key, feeds the guide with what pages, panels and the
 * server say, and does what it asks for. Everything that must outlive a killed worker is written down at once.
 */
export function createAssistant(deps: AssistantDeps) {
  const { tabs, now, locale } = deps;
  const client = createServerClient(deps);
  const memory = createMemory(deps);
  const vault = createVault(deps);
  const pages = createPages({ tabs });
  const panels = new Set<SidePanel>();
  let state: GuideState | null = null;
  let connection: Connection | null = null;
  let pointed: Record<string, string> = {};

  const stream = createSessionStream({
    client,
    session: deps.session,
    onSnapshot: (snapshot) => dispatch({ type: 'snapshot', snapshot }),
    onServer: (up) => {
      dispatch({ type: 'server', up });
      if (up) runEffect({ do: 'flush' });
    },
    onExpired: () => dispatch({ type: 'expired' }),
  });
  const runEffect = createEffects({
    client,
    stream,
    vault,
    pages,
    tabs,
    now,
    state: known,
    connection: () => connection,
    dispatch,
  });

  function known(): GuideState {
    if (!state) throw new Error('The assistant was asked before it was ready.');
    return state;
  }

  function dispatch(event: Happening): void {
    const { state: next, effects } = guide(known(), { ...event, at: now() });
    if (known().held && !next.held) void vault.forget();
    state = next;
    memory.saveState(next);
    broadcast();
    effects.forEach(runEffect);
  }

  function broadcast(): void {
    for (const tabId of pages.ids()) pages.send(tabId, pageMessage(tabId));
    for (const panel of panels) panel.channel.send({ type: 'state', state: panelState() });
  }

  function pageMessage(tabId: number): ToPage {
    const view = connection ? present(known(), tabId, locale) : null;
    return view ? { type: 'state', view, expectations: expectationsOf(known()), locale, pointed } : { type: 'idle' };
  }

  function panelState(): SidePanelState {
    const host = connection ? new URL(connection.base).host : null;
    const view = connection ? present(known(), 'sidepanel', locale) : null;
    return { connection: connection ? known().connection : 'none', host, view, locale };
  }

  /** Finds out which tab the side panel speaks of. A panel that is a tab itself speaks of the admin tab used last. */
  async function noteFront(): Promise<void> {
    const front = await tabs.inFront();
    const isAdmin = front !== null && pages.has(front);
    if (isAdmin) return dispatch({ type: 'tab-front', tabId: front });
    const isTab = [...panels].some((panel) => panel.tabId !== null);
    if (!isTab) return dispatch({ type: 'tab-front', tabId: null });
    if (known().frontTab !== null) return;
    const latest = [frontTabOf(known(), 'jumpcloud'), frontTabOf(known(), 'dialpad')].flatMap((id) => id ?? []);
    latest.sort((one, other) => (known().tabs[other]?.frontAt ?? 0) - (known().tabs[one]?.frontAt ?? 0));
    dispatch({ type: 'tab-front', tabId: latest[0] ?? null });
  }

  async function connect(link: string): Promise<Answer> {
    const parsed = parseSetupLink(link);
    if (!parsed.ok) return parsed.why;
    try {
      const { connectionToken, snapshot } = await client.connect(parsed.base, parsed.token, deps.label);
      await stream.stop();
      connection = { base: parsed.base, token: connectionToken };
      await memory.saveConnection(connection);
      const held = await vault.describe(snapshot.company.id);
      dispatch({ type: 'connected', snapshot, held });
      stream.follow(connection);
      await wakePages();
      return 'connected';
    } catch (error) {
      return error instanceof ServerError && error.why === 'unreachable' ? 'server-away' : 'link-refused';
    }
  }

  async function wakePages(): Promise<void> {
    const open = await tabs.find(ADMIN_PATTERNS);
    await Promise.all(open.map((tab) => tabs.wake(tab.id)));
    await noteFront();
  }

  async function useKey(pasted: string): Promise<Answer> {
    const key = pasted.trim();
    const company = known().snapshot?.company.id;
    if (key === '' || company === undefined) return 'key-empty';
    const held = await vault.put(company, key);
    if (held === 'damaged') return 'key-damaged';
    dispatch({ type: 'key-held', held, from: 'pasted' });
    return 'key-taken';
  }

  async function forget(): Promise<Answer> {
    await stream.stop();
    connection = null;
    pointed = {};
    await Promise.all([memory.forget(), vault.forget()]);
    state = await memory.loadState(now());
    broadcast();
    return 'forgotten';
  }

  /** Takes a page's answer; a secret in it stays here. */
  async function takeResult({ id, result }: Extract<FromPage, { type: 'result' }>): Promise<void> {
    const { secret, ...stripped } = result;
    const company = known().snapshot?.company.id;
    if (secret === null || company === undefined) return dispatch({ type: 'result', id, result: stripped });
    const held = await vault.put(company, secret);
    if (held === 'damaged') {
      return dispatch({ type: 'result', id, result: { ...stripped, outcome: 'refused', problem: 'key-not-seen' } });
    }
    dispatch({ type: 'key-held', held, from: 'page' });
    dispatch({ type: 'result', id, result: stripped });
  }

  const ready = (async () => {
    pointed = await memory.loadPointed();
    connection = await memory.loadConnection();
    const loaded = await memory.loadState(now());
    state = loaded;
    if (!connection) return;
    dispatch({ type: 'resumed' });
    if (loaded.snapshot) stream.follow(connection);
    else runEffect({ do: 'refresh' });
  })();

  function onPageMessage(tabId: number, documentId: string, message: FromPage): void {
    switch (message.type) {
      case 'hello':
        return;
      case 'ping':
        if (connection && known().connection === 'connected') stream.follow(connection);
        return dispatch({ type: 'tick' });
      case 'front':
        pages.cameToFront(tabId);
        return void noteFront();
      case 'observed':
        return dispatch({ type: 'observed', tabId, documentId, observation: message.observation });
      case 'action':
        return dispatch({ type: 'action', panel: tabId, action: message.action });
      case 'result':
        return void takeResult(message);
      case 'pointed':
        pointed = { ...pointed, [message.key]: message.selector };
        return void memory.savePointed(pointed);
    }
  }

  async function onPanelMessage(panel: SidePanel, message: FromPanel): Promise<void> {
    const answer = (given: Answer) => panel.channel.send({ type: 'answer', answer: given });
    switch (message.type) {
      case 'hello':
        return noteFront();
      case 'ping':
        if (connection && known().connection === 'connected') stream.follow(connection);
        return dispatch({ type: 'tick' });
      case 'action':
        return dispatch({ type: 'action', panel: 'sidepanel', action: message.action });
      case 'connect':
        return answer(await connect(message.link));
      case 'use-key':
        return answer(await useKey(message.key));
      case 'forget':
        return answer(await forget());
      case 'copy-key': {
        const key = await vault.take();
        if (key) panel.channel.send({ type: 'key', key: key.reveal() });
      }
    }
  }

  tabs.onFront(() => void ready.then(() => (connection ? noteFront() : undefined)));

  return {
    /** Takes in a page's channel; any other than the top frame of an admin origin is closed. */
    async addPage(channel: Channel<FromPage, ToPage>, sender: Sender): Promise<void> {
      const { tabId, origin } = sender;
      const site = siteOfOrigin(origin);
      if (!pages.accepts(sender) || tabId === null || origin === null || site === null) return channel.close();
      let documentId: string | null = null;
      channel.onMessage((message) => {
        void ready.then(() => {
          if (message.type === 'hello') {
            documentId = message.documentId;
            if (!connection) return channel.send({ type: 'idle' });
            pages.add(tabId, { channel, origin, documentId });
            dispatch({ type: 'tab-opened', tabId, site, host: new URL(origin).host, documentId });
            return noteFront();
          }
          if (documentId !== null && connection) onPageMessage(tabId, documentId, message);
        });
      });
      channel.onClose(() => {
        void ready.then(() => {
          if (documentId === null) return;
          pages.remove(tabId, documentId);
          if (connection) dispatch({ type: 'tab-closed', tabId, documentId });
        });
      });
      await ready;
    },

    /** Takes in a side panel's channel. */
    async addPanel(channel: Channel<FromPanel, ToPanel>): Promise<void> {
      const panel: SidePanel = { channel, tabId: null };
      channel.onMessage((message) => {
        void ready.then(() => {
          if (message.type === 'hello') panel.tabId = message.tabId;
          return onPanelMessage(panel, message);
        });
      });
      channel.onClose(() => panels.delete(panel));
      await ready;
      panels.add(panel);
      channel.send({ type: 'state', state: panelState() });
    },
  };
}
