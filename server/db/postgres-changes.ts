import pg from 'pg';
import { setTimeout as delay } from 'node:timers/promises';
import type { Database } from './database.ts';
import { CHANNEL } from './postgres-schema.ts';

const PAUSE_MS = 100;
/** A connection that was cut without a word is found out by asking. */
const HEARTBEAT_MS = 1_000;
const SILENCE_MS = 3_000;

type Deps = {
  settings: pg.ClientConfig;
  /** This process's own changes are not told. */
  processName: string;
};

type Listener = { concerns: (table: string) => boolean; call: () => void };

export type PostgresChanges = { listen: Database['onForeignChange']; stop: () => Promise<void> };

/**
 * Hears on one connection what other processes changed. Announcements that are sent while the connection is lost are lost
 * as well, so every listener is called when it is lost and again when it is back: who is called reads what there is.
 */
export async function listenForChanges({ settings, processName }: Deps): Promise<PostgresChanges> {
  const listeners = new Set<Listener>();
  let stopped = false;
  let current: pg.Client | null = null;
  current = await listeningClient(settings, hear, lose);
  const heartbeat = setInterval(() => void beat(), HEARTBEAT_MS);
  heartbeat.unref();

  function tell(concerned: (listener: Listener) => boolean): void {
    for (const listener of listeners) if (concerned(listener)) listener.call();
  }

  function hear(payload = ''): void {
    const [table = '', by] = payload.split(' ');
    if (by !== processName) tell(({ concerns }) => concerns(table));
  }

  /** The first sign of a lost connection counts; later ones of the same are of no interest. */
  function lose(client: pg.Client): void {
    if (stopped || client !== current) return;
    abandon(client);
    current = null;
    tell(() => true);
    void comeBack();
  }

  async function comeBack(): Promise<void> {
    while (!isStopped()) {
      const client = await listeningClient(settings, hear, lose).catch(() => null);
      if (client && isStopped()) abandon(client);
      if (client) {
        current = client;
        tell(() => true);
        return;
      }
      await delay(PAUSE_MS, undefined, { ref: false });
    }
  }

  async function beat(): Promise<void> {
    const client = current;
    await client?.query('SELECT 1').catch(() => lose(client));
  }

  const isStopped = (): boolean => stopped;

  return {
    listen(concerns, call) {
      const listener = { concerns, call };
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async stop() {
      stopped = true;
      clearInterval(heartbeat);
      await current?.end().catch(() => undefined);
    },
  };
}

async function listeningClient(
  settings: pg.ClientConfig,
  hear: (payload?: string) => void,
  lose: (client: pg.Client) => void,
): Promise<pg.Client> {
  const client = new pg.Client({ ...settings, query_timeout: SILENCE_MS });
  client.on('notification', ({ payload }) => hear(payload));
  client.on('error', () => lose(client));
  client.on('end', () => lose(client));
  try {
    await client.connect();
    await client.query(`LISTEN ${CHANNEL}`);
  } catch (error) {
    abandon(client);
    throw error;
  }
  return client;
}

/** Ends a connection that is of no use any more, without waiting for it; what it still says is nobody's concern. */
function abandon(client: pg.Client): void {
  client.removeAllListeners();
  client.on('error', () => undefined);
  void client.end().catch(() => undefined);
}
