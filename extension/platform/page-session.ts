import type { PageCommand, PageResult } from '../../shared/setup/commands.ts';
import type { Observation } from '../../shared/setup/observation.ts';
import { createLine } from './line.ts';
import type { Channel } from './ports.ts';
import { PING_MS, type FromPage, type ToPage } from './protocol.ts';

export type PageState = Extract<ToPage, { type: 'state' }>;

/** What a person does on a page that the background is told of. */
type Told = Extract<FromPage, { type: 'action' | 'dismiss' | 'pointed' }>;

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
  const { document } = deps;
  const documentId = crypto.randomUUID();
  let isActive = false;
  let observed = '';
  const line = createLine<ToPage, FromPage>({
    open: deps.open,
    isAlive: deps.isAlive,
    isWanted: () => isActive,
    onOrphaned: deps.onOrphaned,
    greet: () => {
      observed = '';
      return { type: 'hello', documentId };
    },
    onMessage: (message) => void receive(message),
  });

  async function receive(message: ToPage): Promise<void> {
    switch (message.type) {
      case 'idle':
        isActive = false;
        line.close();
        deps.onIdle();
        return;
      case 'state':
        isActive = true;
        deps.onState(message);
        return;
      case 'command':
        // An answer must not be lost with the worker that asked.
        line.sendForSure({ type: 'result', id: message.id, result: await deps.execute(message.command) });
        return;
      case 'look':
        observed = '';
        deps.look();
        return;
      case 'show':
        deps.show();
    }
  }

  const isInView = (): boolean => isActive && document.visibilityState === 'visible';
  watchView(deps, {
    onFront: () => {
      if (isInView() && !line.connect()) line.send({ type: 'front' });
    },
    // A page that comes back from the browser's page cache lost its line while it was away.
    onRestored: () => line.connect(),
    onPing: () => {
      if (isInView()) line.send({ type: 'ping' });
    },
  });

  return {
    connect: (): void => void line.connect(),
    /** Tells what the page shows, if that is new. */
    observed: (observation: Observation): void => {
      const text = JSON.stringify(observation);
      if (!line.isOpen() || text === observed) return;
      observed = text;
      line.send({ type: 'observed', observation });
    },

    /** Tells what a person did on the page. */
    say: (message: Told): void => line.send(message),
  };
}

/** Tells when the page comes into view, when it is restored, and every 20 s that it is time for a ping. */
function watchView(
  { document, window }: Pick<PageSessionDeps, 'document' | 'window'>,
  on: { onFront: () => void; onRestored: () => void; onPing: () => void },
): void {
  document.addEventListener('visibilitychange', on.onFront);
  window.addEventListener('focus', on.onFront);
  window.addEventListener('pageshow', (event) => {
    if (event.persisted) on.onRestored();
  });
  setInterval(on.onPing, PING_MS);
}
