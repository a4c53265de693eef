import type { PageCommand, PageResult } from '../../shared/setup/commands.ts';
import type { Observation } from '../../shared/setup/observation.ts';
import type { PanelAction } from '../../shared/setup/panel.ts';
import { PING_MS, type FromPage, type ToPage } from './protocol.ts';
import type { Channel } from './ports.ts';

const FIRST_DELAY_MS = 250;
const LONGEST_DELAY_MS = 4000;

export type PageState = Extract<ToPage, { type: 'state' }>;

export type PageSessionDeps = {
  document: Document;
  window: Window;
  open: () => Channel<ToPage, FromPage>;
  isAlive: () => boolean;
  /** Shows what the background says. */
  onState: (state: PageState) => void;
  /** The assistant is not connected: show nothing, watch nothing. */
  onIdle: () => void;
  /** The extension was updated or removed under this page. */
  onOrphaned: () => void;
  execute: (command: PageCommand) => Promise<PageResult>;
  look: () => void;
  show: () => void;
};

export type PageSession = ReturnType<typeof createPageSession>;

/**
 * A page's line to the background: kept while the assistant is connected, opened again when the worker was killed, pinged
 * while the page is in view so that the worker lives.
 */
export function createPageSession(deps: PageSessionDeps) {
  const { document, window } = deps;
  const documentId = crypto.randomUUID();
  let channel: Channel<ToPage, FromPage> | null = null;
  let isActive = false;
  let delay = FIRST_DELAY_MS;
  let unsent: FromPage[] = [];
  let observed = '';

  function send(message: FromPage): void {
    if (channel) return channel.send(message);
    // An answer must not be lost with the worker that asked.
    if (message.type === 'result') unsent.push(message);
  }

  function connect(): void {
    if (channel) return;
    if (!deps.isAlive()) return deps.onOrphaned();
    const opened = deps.open();
    channel = opened;
    observed = '';
    opened.onMessage((message) => void receive(message));
    opened.onClose(() => lost(opened));
    opened.send({ type: 'hello', documentId });
    unsent.splice(0).forEach(send);
  }

  function lost(closed: Channel<ToPage, FromPage>): void {
    if (channel !== closed) return;
    channel = null;
    if (!isActive) return;
    setTimeout(connect, delay);
    delay = Math.min(delay * 2, LONGEST_DELAY_MS);
  }

  async function receive(message: ToPage): Promise<void> {
    switch (message.type) {
      case 'idle':
        isActive = false;
        channel?.close();
        channel = null;
        return deps.onIdle();
      case 'state':
        isActive = true;
        delay = FIRST_DELAY_MS;
        return deps.onState(message);
      case 'command':
        return send({ type: 'result', id: message.id, result: await deps.execute(message.command) });
      case 'look':
        observed = '';
        return deps.look();
      case 'show':
        return deps.show();
    }
  }

  function nowInFront(): void {
    if (!isActive || document.visibilityState !== 'visible') return;
    if (!channel) return connect();
    send({ type: 'front' });
  }

  document.addEventListener('visibilitychange', nowInFront);
  window.addEventListener('focus', nowInFront);
  window.addEventListener('pageshow', (event) => {
    // A page that comes back from the browser's page cache lost its line while it was away.
    if (event.persisted) connect();
  });
  setInterval(() => {
    if (isActive && document.visibilityState === 'visible') send({ type: 'ping' });
  }, PING_MS);

  return {
    connect,

    /** Tells what the page shows, if that is new. */
    observed(observation: Observation): void {
      const text = JSON.stringify(observation);
      if (!channel || text === observed) return;
      observed = text;
      send({ type: 'observed', observation });
    },

    act: (action: PanelAction): void => send({ type: 'action', action }),

    pointed: (key: string, selector: string): void => send({ type: 'pointed', key, selector }),
  };
}
