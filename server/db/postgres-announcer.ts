import type pg from 'pg';
import { CHANNEL } from './postgres-schema.ts';

/** How long what comes after an announcement waits for more of its kind. */
const TOGETHER_MS = 100;

/** Announces changes that no trigger does. */
type PostgresAnnouncer = {
  announce: (table: string) => void;
  /** Sends what waits on a connection that can be used from now on. */
  use: (client: pg.Client) => void;
  /** Sends what waits, if there is a connection. */
  flush: () => Promise<void>;
};

/**
 * An announcement within a transaction makes its commit wait for every other one that announces anything, and wakes every
 * process once for each. By itself, on a connection that is there anyway, it costs neither, and many become one.
 * What can not be sent waits for the next connection.
 */
export function createPostgresAnnouncer(processName: string): PostgresAnnouncer {
  const waiting = new Set<string>();
  let connection: pg.Client | null = null;
  let pause: NodeJS.Timeout | null = null;

  async function send(): Promise<void> {
    const client = connection;
    const tables = [...waiting];
    if (client === null || tables.length === 0) return;
    waiting.clear();
    pause = setTimeout(goOn, TOGETHER_MS).unref();
    try {
      await client.query({
        text: `SELECT pg_notify('${CHANNEL}', t || ' ' || $2) FROM unnest($1::text[]) t`,
        values: [tables, processName],
      });
    } catch {
      // Tried again after the pause: whoever listens on the connection finds out that it is lost, and brings another one.
      for (const table of tables) waiting.add(table);
    }
  }

  function goOn(): void {
    pause = null;
    void send();
  }

  function sendSoon(): void {
    if (pause === null) void send();
  }

  return {
    announce(table) {
      waiting.add(table);
      sendSoon();
    },
    use(client) {
      connection = client;
      sendSoon();
    },
    flush: send,
  };
}
