import { createRequire } from 'node:module';
import type { Knex } from 'knex';
import type { StatementNames } from './postgres-statements.ts';

/** What knex hands its client for one statement: the parts that are read and set here. */
type Query = {
  sql: string;
  method?: string;
  output?: unknown;
  options?: object;
  response?: { rows: unknown[] };
};

type Client = typeof Knex.Client;

/** knex's own PostgreSQL client, as far as it is overridden; pinned with knex's version and held by a test. */
type PostgresDialect = new (config: Knex.Config) => {
  _query(connection: unknown, query: Query): Promise<Query>;
  processResponse(query: Query, runner: unknown): unknown;
};

const Dialect = createRequire(import.meta.url)('knex/lib/dialects/postgres/index.js') as PostgresDialect;

/**
 * knex's PostgreSQL client with two changes. Raw statements are answered by their rows, as on SQLite. And those that come
 * again stay prepared, which saves PostgreSQL reading and planning them anew.
 */
export function postgresClient({ nameOf }: StatementNames): Client {
  class PreparingPostgresClient extends Dialect {
    override _query(connection: unknown, query: Query): Promise<Query> {
      const name = query.method === 'raw' ? nameOf(query.sql) : null;
      return super._query(connection, name === null ? query : Object.assign(query, { options: { name } }));
    }

    override processResponse(query: Query, runner: unknown): unknown {
      if (query.method === 'raw' && !query.output && query.response) return query.response.rows;
      return super.processResponse(query, runner);
    }
  }
  return PreparingPostgresClient as unknown as Client;
}
