import { snapshotSchema } from '../../shared/api/setup.ts';
import type { StreamEvent } from '../../shared/event-stream.ts';
import type { SetupSnapshot } from '../../shared/setup/snapshot.ts';
import type { Store } from '../platform/storage.ts';
import { ServerError, type Connection, type ServerClient } from './server-client.ts';

const CURSOR = 'event-cursor';
const FIRST_DELAY_MS = 500;
const LONGEST_DELAY_MS = 4000;

export type SessionStreamDeps = {
  client: ServerClient;
  session: Store;
  onSnapshot: (snapshot: SetupSnapshot) => void;
  /** The server answers, or does not. */
  onServer: (up: boolean) => void;
  onExpired: () => void;
};

export type SessionStream = ReturnType<typeof createSessionStream>;

/**
 * Keeps the live stream of a session open: where it ended it is taken up again, by a cursor that outlives a killed
 * worker. It lives as long as the worker does, which the pings of visible panels see to.
 */
export function createSessionStream({ client, session, onSnapshot, onServer, onExpired }: SessionStreamDeps) {
  let running: AbortController | null = null;
  let hurry: (() => void) | null = null;

  async function run(connection: Connection, signal: AbortSignal): Promise<void> {
    let delay = FIRST_DELAY_MS;
    while (!signal.aborted) {
      const opened = () => {
        delay = FIRST_DELAY_MS;
        onServer(true);
      };
      const end = await follow(connection, signal, opened);
      if (signal.aborted) return;
      if (end === 'expired') return onExpired();
      if (end === 'lost') onServer(false);
      await pause(delay);
      delay = Math.min(delay * 2, LONGEST_DELAY_MS);
    }
  }

  /** Reads once. A stream that ended by itself is asked for again; only who does not answer then is away. */
  async function follow(
    connection: Connection,
    signal: AbortSignal,
    onOpen: () => void,
  ): Promise<'ended' | 'lost' | 'expired'> {
    const saved = await session.get(CURSOR);
    const lastId = typeof saved === 'string' ? saved : null;
    try {
      await client.follow(connection, { lastId, signal, onOpen, onEvent: take });
      return 'ended';
    } catch (error) {
      return error instanceof ServerError && error.why === 'expired' ? 'expired' : 'lost';
    }
  }

  function take(event: StreamEvent): void {
    if (event.type !== 'snapshot') return;
    const parsed = snapshotSchema.safeParse(JSON.parse(event.data));
    if (!parsed.success) return;
    if (event.id !== null) void session.set(CURSOR, event.id);
    onSnapshot(parsed.data);
  }

  function pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      hurry = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  return {
    /** Starts to follow, unless that connection is followed already; cuts a pause between two attempts short. */
    follow(connection: Connection): void {
      if (running) return hurry?.();
      const controller = new AbortController();
      running = controller;
      void run(connection, controller.signal).finally(() => {
        if (running === controller) running = null;
      });
    },

    /** Stops following, and forgets where the stream was. */
    async stop(): Promise<void> {
      running?.abort();
      running = null;
      hurry?.();
      await session.remove(CURSOR);
    },
  };
}
