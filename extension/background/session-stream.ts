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

/** Following, attempt after attempt; `hurry` cuts the pause before the next one short. */
type Running = { controller: AbortController; attempt: AbortController; hurry: () => void };

/**
 * Keeps the live stream of a session open: where it ended it is taken up again, by a cursor that outlives a killed
 * worker. It lives as long as the worker does, which the pings of visible panels see to.
 */
export function createSessionStream(deps: SessionStreamDeps) {
  const { session } = deps;
  let running: Running | null = null;

  async function run(connection: Connection, self: Running): Promise<void> {
    const { signal } = self.controller;
    const isOver = (): boolean => signal.aborted;
    let delay = FIRST_DELAY_MS;
    for (;;) {
      self.attempt = new AbortController();
      const doubted = self.attempt.signal;
      const end = await readOnce(deps, connection, AbortSignal.any([signal, doubted]), () => deps.onServer(true));
      if (isOver()) return;
      // What was cut off because of a call that got lost may be cut off again at once.
      if (end === 'ended' && !doubted.aborted) delay = FIRST_DELAY_MS;
      if (end === 'expired') {
        deps.onExpired();
        return;
      }
      if (end === 'lost') deps.onServer(false);
      await pause(delay, self);
      if (isOver()) return;
      delay = Math.min(delay * 2, LONGEST_DELAY_MS);
    }
  }

  return {
    /** Starts to follow; when it follows already, cuts a pause between two attempts short. */
    follow(connection: Connection): void {
      if (running) {
        running.hurry();
        return;
      }
      const self: Running = {
        controller: new AbortController(),
        attempt: new AbortController(),
        hurry: () => undefined,
      };
      running = self;
      void run(connection, self).finally(() => {
        if (running === self) running = null;
      });
    },

    /** Follows anew because a call got lost: only a stream that opens says that the server is there after all. */
    doubt: (): void => running?.attempt.abort(),

    /** Stops following, and forgets where the stream was. */
    async stop(): Promise<void> {
      running?.controller.abort();
      running?.hurry();
      running = null;
      await session.remove(CURSOR);
    },
  };
}

/** Reads once. A stream that ended by itself is asked for again; only a server that does not answer then is away. */
async function readOnce(
  { client, session, onSnapshot }: SessionStreamDeps,
  connection: Connection,
  signal: AbortSignal,
  onOpen: () => void,
): Promise<'ended' | 'lost' | 'expired'> {
  const saved = await session.get(CURSOR);
  const onEvent = ({ type, id, data }: StreamEvent): void => {
    if (type !== 'snapshot' || signal.aborted) return;
    const parsed = snapshotSchema.safeParse(JSON.parse(data));
    if (!parsed.success) return;
    if (id !== null) void session.set(CURSOR, id);
    onSnapshot(parsed.data);
  };
  try {
    await client.follow(connection, { lastId: typeof saved === 'string' ? saved : null, signal, onOpen, onEvent });
    return 'ended';
  } catch (error) {
    return error instanceof ServerError && error.why === 'expired' ? 'expired' : 'lost';
  }
}

function pause(ms: number, running: Running): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    running.hurry = () => {
      clearTimeout(timer);
      resolve();
    };
  });
}
