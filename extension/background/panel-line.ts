import { present } from '../guide/present.ts';
import type { Channel } from '../platform/ports.ts';
import type { Answer, FromPanel, SidePanelState, ToPanel } from '../platform/protocol.ts';
import type { Core } from './core.ts';
import type { ServerEffects } from './server-effects.ts';
import type { Session } from './session.ts';
import type { Vault } from './vault.ts';

export type PanelLineDeps = {
  core: Core;
  session: Session;
  server: ServerEffects;
  vault: Vault;
  locale: string;
  ready: Promise<void>;
  keepFollowing: () => void;
  noteFront: () => Promise<void>;
};

/** A side panel; `tabId` when it is open as an ordinary tab. */
type SidePanel = { channel: Channel<FromPanel, ToPanel>; tabId: number | null };

export type PanelLine = ReturnType<typeof createPanelLine>;

/** Speaks with the side panels: the extension's own pages, the only ones that may ask for the key. */
export function createPanelLine(deps: PanelLineDeps) {
  const { core, session, vault, locale, ready } = deps;
  const panels = new Set<SidePanel>();

  function stateNow(): SidePanelState {
    const connection = core.connection();
    if (!connection) return { connection: 'none', host: null, view: null, locale };
    const view = present(core.state(), 'sidepanel', locale);
    return { connection: core.state().connection, host: new URL(connection.base).host, view, locale };
  }

  async function receive(panel: SidePanel, message: FromPanel): Promise<void> {
    const answer = (given: Answer): void => panel.channel.send({ type: 'answer', answer: given });
    switch (message.type) {
      case 'hello':
        panel.tabId = message.tabId;
        await deps.noteFront();
        break;
      case 'ping':
        deps.keepFollowing();
        core.dispatch({ type: 'tick' });
        break;
      case 'action':
        core.dispatch({ type: 'action', panel: 'sidepanel', action: message.action, on: message.on });
        break;
      case 'dismiss':
        await deps.server.dismissMessage(message.message);
        break;
      case 'share':
        await deps.server.share(message.on);
        break;
      case 'connect':
        answer(await session.connect(message.link));
        break;
      case 'use-key':
        answer(await session.useKey(message.key));
        break;
      case 'forget':
        answer(await session.forget());
        break;
      case 'copy-key': {
        const key = await vault.take();
        if (key) panel.channel.send({ type: 'key', key: key.reveal() });
      }
    }
  }

  return {
    async add(channel: Channel<FromPanel, ToPanel>): Promise<void> {
      const panel: SidePanel = { channel, tabId: null };
      channel.onMessage((message) => void ready.then(() => receive(panel, message)));
      channel.onClose(() => panels.delete(panel));
      await ready;
      panels.add(panel);
      channel.send({ type: 'state', state: stateNow() });
    },

    /** Whether some side panel is open as an ordinary tab. */
    isATab: (): boolean => [...panels].some((panel) => panel.tabId !== null),

    /** Sends every side panel what it is to show. */
    show(): void {
      const state = stateNow();
      for (const { channel } of panels) channel.send({ type: 'state', state });
    },
  };
}
