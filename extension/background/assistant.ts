import type { Effect } from '../guide/events.ts';
import { ADMIN_PATTERNS } from '../platform/origins.ts';
import type { Store } from '../platform/storage.ts';
import type { Tabs } from '../platform/tabs.ts';
import { createCore } from './core.ts';
import { createEffects } from './effects.ts';
import { noteFront } from './front.ts';
import { createMemory } from './memory.ts';
import { createPageLine } from './page-line.ts';
import { createPages } from './pages.ts';
import { createPanelLine } from './panel-line.ts';
import { createServerClient } from './server-client.ts';
import { createServerEffects } from './server-effects.ts';
import { createSession } from './session.ts';
import { createSessionStream } from './session-stream.ts';
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

/**
 * The background: feeds the guide with what pages, panels and the server say, and does what it asks for. Everything that
 * must outlive a killed worker is written down at once, and taken up again here.
 */
export function createAssistant(deps: AssistantDeps) {
  const { tabs, now, locale, label } = deps;
  const client = createServerClient(deps);
  const vault = createVault(deps);
  const pages = createPages({ tabs });
  const core = createCore({
    memory: createMemory(deps),
    now,
    runEffect: (effect) => runEffect(effect),
    onChange: show,
    onKeyDropped: () => void vault.forget(),
  });
  const stream = createSessionStream({
    client,
    session: deps.session,
    onSnapshot: (snapshot) => core.dispatch({ type: 'snapshot', snapshot }),
    onServer: (up) => {
      core.dispatch({ type: 'server', up });
      if (up) runEffect({ do: 'flush' });
    },
    onExpired: () => core.dispatch({ type: 'expired' }),
  });
  const server = createServerEffects({ core, client, stream, vault });
  const runEffect: (effect: Effect) => void = createEffects({ client, server, stream, vault, pages, tabs, now, core });
  const ready = resume();
  const session = createSession({ core, client, stream, vault, label, wakePages });
  const front = () => noteFront({ core, tabs, pages, isPanelATab: () => panelLine.isATab() });
  const lines = { core, server, session, locale, ready, keepFollowing, noteFront: front };
  const pageLine = createPageLine({ ...lines, pages });
  const panelLine = createPanelLine({ ...lines, vault });
  tabs.onFront(() => void ready.then(() => (core.connection() ? front() : undefined)));

  function show(): void {
    pageLine.show();
    panelLine.show();
  }

  function keepFollowing(): void {
    const connection = core.connection();
    if (connection && core.state().connection === 'connected') stream.follow(connection);
  }

  async function wakePages(): Promise<void> {
    const open = await tabs.find(ADMIN_PATTERNS);
    await Promise.all(open.map((tab) => tabs.wake(tab.id)));
    await front();
  }

  async function resume(): Promise<void> {
    await core.load();
    const connection = core.connection();
    if (!connection) return;
    core.dispatch({ type: 'resumed' });
    if (core.state().snapshot) stream.follow(connection);
    else runEffect({ do: 'refresh' });
  }

  return { pages: pageLine, panels: panelLine };
}
