import pg from 'pg';
import { setImmediate, setTimeout as delay } from 'node:timers/promises';
import type { Database } from './database.ts';
import { createPostgresAnnouncer } from './postgres-announcer.ts';
import { CHANNEL } from './postgres-schema.ts';

const PAUSE_MS = 100;
/** A connection that was cut without a word is found out by asking. */
const HEARTBEAT_MS = 1_000;
const SILENCE_MS = 3_000;
/** How long what is known is good for while nothing is heard. */
const UNHEARD_MS = 500;
/** By then PostgreSQL has seen through, or given up, what was under way on a connection that is lost. */
const DOUBT_MS = 60_000;

type Deps = {
  settings: pg.ClientConfig;
  /** This process's own changes are not told. */
  processName: string;
  /** Whether PostgreSQL answers on another connection. */
  reachable: () => Promise<boolean>;
  /** Told when PostgreSQL stopped answering without a word, which other connections may not have found out. */
  onSilence: () => void;
};

type Listener = { concerns: (table: string) => boolean; call: () => void };

export type PostgresChanges = {
  /** Begins to listen. Rejects when PostgreSQL does not let it; what is lost later comes back by itself. */
  start: () => Promise<void>;
  listen: Database['onForeignChange'];
  announce: Database['announce'];
  /** To be told when it is not known what became of a write of this process: it is like another one's then. */
  doubt: () => void;
  stop: () => Promise<void>;
};

/**
 * Hears on one connection what other processes changed. Announcements that are sent while the connection is lost are lost
 * as well, so every listener is called when it is lost, every now and then until it is back, and then again: who is called
 * reads what there is.
 */
export function createPostgresChanges({ settings, processName, reachable, onSilence }: Deps): PostgresChanges {
  const { listen, hear, tellAll, doubt } = createListeners(processName);
  const announcer = createPostgresAnnouncer(processName);
  let stopped = false;
  let current: pg.Client | null = null;

  async function connect(): Promise<void> {
    const client = await listeningClient(settings, hear, lose);
    if (isStopped()) {
      abandon(client);
      return;
    }
    current = client;
    announcer.use(client);
    void watch(client);
  }

  async function watch(client: pg.Client): Promise<void> {
    while (client === current && !isStopped()) {
      if (await isSilent(client.query('SELECT 1'))) {
        lose(client);
        onSilence();
      }
      await delay(HEARTBEAT_MS, undefined, { ref: false });
    }
  }

  /** The first sign of a lost connection counts; later ones of the same are of no interest. */
  function lose(client: pg.Client): void {
    if (stopped || client !== current) return;
    abandon(client);
    current = null;
    tellAll();
    void comeBack();
    void tellUnheard();
  }

  async function comeBack(): Promise<void> {
    while (current === null && !isStopped()) {
      await connect().catch(() => delay(PAUSE_MS, undefined, { ref: false }));
    }
    tellAll();
  }

  /** While PostgreSQL is away altogether, nobody changes anything. */
  async function tellUnheard(): Promise<void> {
    while (current === null && !isStopped()) {
      await delay(UNHEARD_MS, undefined, { ref: false });
      if (await reachable()) tellAll();
    }
  }

  const isStopped = (): boolean => stopped;

  return {
    start: connect,
    listen,
    announce: announcer.announce,
    doubt,
    async stop() {
      stopped = true;
      if (current) await isSilent(announcer.flush().then(() => current?.end()));
    },
  };
}

function createListeners(processName: string) {
  const listeners = new Set<Listener>();
  let doubtedUntil = 0;

  function tell(concerned: (listener: Listener) => boolean): void {
    for (const listener of listeners) if (concerned(listener)) listener.call();
  }

  const tellAll = (): void => tell(() => true);

  return {
    tellAll,
    listen: (concerns: Listener['concerns'], call: () => void) => {
      const listener = { concerns, call };
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    /** What was announced, as `<table> <process>`. */
    hear: (payload = ''): void => {
      const [table = '', by] = payload.split(' ');
      if (by !== processName || performance.now() < doubtedUntil) tell(({ concerns }) => concerns(table));
    },
    doubt: (): void => {
      doubtedUntil = performance.now() + DOUBT_MS;
      tellAll();
    },
  };
}

async function listeningClient(
  settings: pg.ClientConfig,
  hear: (payload?: string) => void,
  lose: (client: pg.Client) => void,
): Promise<pg.Client> {
  const client = new pg.Client(settings);
  client.on('notification', ({ payload }) => hear(payload));
  client.on('error', () => lose(client));
  client.on('end', () => lose(client));
  try {
    await client.connect();
    const asked = client.query(`LISTEN ${CHANNEL}`);
    if (await isSilent(asked)) throw new Error('PostgreSQL does not answer.');
    await asked;
  } catch (error) {
    abandon(client);
    throw error;
  }
  return client;
}

/** Whether there is no answer for too long. One that came while this process was busy with something else counts. */
async function isSilent(asked: Promise<unknown>): Promise<boolean> {
  const answered = asked.then(
    () => false,
    () => false,
  );
  const silence = await Promise.race([answered, delay(SILENCE_MS, true, { ref: false })]);
  return silence && Promise.race([answered, setImmediate(true)]);
}

/** Ends a connection that is of no use any more, without waiting for it; what it still says is nobody's concern. */
function abandon(client: pg.Client): void {
  client.removeAllListeners();
  client.on('error', () => undefined);
  void client.end().catch(() => undefined);
}
