import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import type { TestStore } from './store.ts';

/** What every answer of PostgreSQL ends with when no transaction is open: ReadyForQuery, idle. */
const READY = 'Z\0\0\0\x05I';

/** A line to PostgreSQL on which things go wrong when a test says so. */
export type PostgresLine = {
  /** The store as it is reached over the line. */
  store: TestStore;
  /** From now on nothing comes through on the connections that there are, and nobody is told; others are not concerned. */
  silence: () => void;
  /** Whether others are let in. */
  open: (isOpen: boolean) => void;
  /** Loses the answer to the first exchange in which all of these texts were sent: it is done, and then the connection is cut. */
  loseAnswerTo: (...texts: string[]) => void;
  /** How many answers were lost. */
  lost: () => number;
  close: () => Promise<void>;
};

/** @param store of which PostgreSQL is reached by TCP. */
export async function openPostgresLine(store: TestStore): Promise<PostgresLine> {
  const url = new URL(store.env.DATABASE_URL);
  const lines = new Set<{ client: Socket; silent: boolean }>();
  let isOpen = true;
  let losing: readonly string[] = [];
  let lost = 0;

  const server = createServer((client) => {
    if (!isOpen) return void client.destroy();
    const postgres = connect(Number(url.port || 5432), url.hostname);
    const line = { client, silent: false };
    let sent = '';
    lines.add(line);
    client.on('data', (data) => {
      if (line.silent) return;
      sent += data.toString('latin1');
      postgres.write(data);
    });
    postgres.on('data', (data) => {
      if (line.silent) return;
      const isReady = data.toString('latin1').endsWith(READY);
      if (isReady && losing.length > 0 && losing.every((text) => sent.includes(text))) {
        losing = [];
        lost += 1;
        client.destroy();
        return;
      }
      if (isReady) sent = '';
      client.write(data);
    });
    for (const [one, other] of [
      [client, postgres],
      [postgres, client],
    ] as const) {
      one.on('error', () => other.destroy());
      one.on('close', () => other.destroy());
    }
    client.on('close', () => lines.delete(line));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const through = new URL(url);
  through.hostname = '127.0.0.1';
  through.port = (server.address() as AddressInfo).port.toString();
  return {
    store: { ...store, env: { ...store.env, DATABASE_URL: through.href } },
    silence: () => {
      for (const line of lines) line.silent = true;
    },
    open: (be) => (isOpen = be),
    loseAnswerTo: (...texts) => (losing = texts),
    lost: () => lost,
    close: async () => {
      for (const { client } of lines) client.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
