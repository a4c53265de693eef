import { createRequire } from 'node:module';
import type { Knex } from 'knex';

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

/** Statements that are kept prepared on each connection: more than the server has, so that only odd filters stay outside. */
const KEPT_STATEMENTS = 200;

/**
 * knex's PostgreSQL client with two changes. Raw statements are answered by their rows, as on SQLite. And those that come
 * again stay prepared, which saves PostgreSQL reading and planning them anew.
 */
export function postgresClient(): Client {
  const nameOf = createStatementNames();

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

/** Only what reads and writes rows: the rest of SQL is not asked again and again. */
const REUSABLE = /^(select|insert|update|delete|with)\b/i;

/** A name for every text that came before, as far as there are names; null for the others. */
function createStatementNames(): (sql: string) => string | null {
  const names = new Map<string, string>();
  let cameOnce = new Set<string>();

  return (sql) => {
    const known = names.get(sql);
    if (known !== undefined) return known;
    if (names.size === KEPT_STATEMENTS || !REUSABLE.test(sql)) return null;
    if (!cameOnce.delete(sql)) {
      if (cameOnce.size === KEPT_STATEMENTS) cameOnce = new Set();
      cameOnce.add(sql);
      return null;
    }
    const name = `kept_${names.size.toString()}`;
    names.set(sql, name);
    return name;
  };
}
