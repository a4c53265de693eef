import { createRequire } from 'node:module';
import type { Knex } from 'knex';

/** What knex hands its client to make an answer of: the parts that are read here. */
type Query = { method?: string; output?: unknown; response?: { rows: unknown[] } };

type Client = typeof Knex.Client;

/** knex's own PostgreSQL client, as far as it is overridden; pinned with knex's version and held by a test. */
type PostgresDialect = new (config: Knex.Config) => {
  processResponse(query: Query, runner: unknown): unknown;
};

const Dialect = createRequire(import.meta.url)('knex/lib/dialects/postgres/index.js') as PostgresDialect;

/** knex's PostgreSQL client, with raw statements answered by their rows, as on SQLite. */
class RowsPostgresClient extends Dialect {
  override processResponse(query: Query, runner: unknown): unknown {
    if (query.method === 'raw' && !query.output && query.response) return query.response.rows;
    return super.processResponse(query, runner);
  }
}

/** The client class for `knex({ client })`. */
export const postgresClient = RowsPostgresClient as unknown as Client;
