import knex, { type Knex } from 'knex';
import type pg from 'pg';
import { ACQUIRE_TIMEOUT_MS, QUIET_KNEX } from './knex-settings.ts';
import { postgresClient } from './postgres-client.ts';
import { settle } from './postgres-connection.ts';
import type { StatementNames } from './postgres-statements.ts';

type Options = {
  settings: pg.ClientConfig;
  /** Names of the statements that its connections keep prepared. */
  names: StatementNames;
  /** Connections at most. */
  most: number;
  /** Told of each connection that was lost, whatever was under way on it. */
  onLost?: () => void;
};

/** A pool of connections that knex gives out. */
export type PostgresPool = {
  knex: Knex;
  /** Cuts all its connections; what was under way on them fails. */
  cut: () => void;
};

/** How knex is told that a connection is ready, or why it is not. */
type Done = (error: unknown) => void;

/** Makes a pool, which connects once it is asked for a connection. */
export function createPool({ settings, names, most, onLost = () => undefined }: Options): PostgresPool {
  const open = new Set<pg.Client>();

  function begin(client: pg.Client, done: Done): void {
    open.add(client);
    client.once('end', () => open.delete(client));
    // Not those that the pool itself ends.
    client.once('error', onLost);
    settle(client).then(() => done(null), done);
  }

  return {
    knex: knex({
      ...QUIET_KNEX,
      client: postgresClient(names),
      connection: settings as Knex.PgConnectionConfig,
      pool: { min: 0, max: most, afterCreate: begin },
      acquireConnectionTimeout: ACQUIRE_TIMEOUT_MS,
    }),
    cut() {
      for (const { connection } of open) connection.stream.destroy();
    },
  };
}
