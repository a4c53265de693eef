import { createRequire } from 'node:module';
import type { WriteBinding } from './database.ts';
import type { Knex } from 'knex';
import type { Database as Connection, RunResult, Statement } from 'sqlite3';

/** What knex hands its client for one statement: the parts that are read and set here. */
type Query = {
  sql: string;
  method?: string;
  bindings?: unknown[];
  returning?: unknown;
  response?: unknown;
  context?: RunResult;
};

type Client = typeof Knex.Client;

/** knex's own SQLite client, as far as it is overridden; pinned with knex's version and held by a test. */
type SqliteDialect = new (config: Knex.Config) => {
  _query(connection: Connection, query: Query): Promise<Query>;
  destroyRawConnection(connection: Connection): Promise<void>;
};

const Dialect = createRequire(import.meta.url)('knex/lib/dialects/sqlite3/index.js') as SqliteDialect;

/** Statements kept prepared for a connection, unless it says less: more than the server has, so that only odd filters fall out. */
const KEPT_STATEMENTS = 200;

/** Statements that are worth keeping; everything else (DDL, pragmas, transactions) runs as knex runs it. */
const REUSABLE = /^(select|insert|update|delete|with)\b/i;

/**
 * The number that a bound LIMIT stands for is looked at when a plan is made, by SQLite as the package brings it (3.52): it then
 * prepares the statement anew whenever a number is bound, which takes longer than to look a row up. What is computed
 * is not looked at.
 */
const BOUND_LIMIT = /\blimit \?/gi;

/** The prepared statements of a connection hang on it: knex makes clients by prototype, without running constructors. */
const prepared = Symbol('prepared statements');
type PreparingConnection = Connection & { [prepared]?: Map<string, Statement> };

/**
 * knex's SQLite client with two changes. A transaction begins as `BEGIN IMMEDIATE`: with the deferred `BEGIN`, two processes
 * that read before they write refuse each other at once, whatever the busy timeout. And statements stay prepared, which
 * knex does not do on SQLite and which halves the cost of a look-up.
 */
class ImmediateSqliteClient extends Dialect {
  override _query(connection: Connection, query: Query): Promise<Query> {
    if (query.sql === 'BEGIN;') return super._query(connection, Object.assign(query, { sql: 'BEGIN IMMEDIATE;' }));
    if (!REUSABLE.test(query.sql)) return super._query(connection, query);
    return runPrepared(connection, query);
  }

  override async destroyRawConnection(connection: Connection): Promise<void> {
    for (const statement of statementsOf(connection).values()) statement.finalize();
    statementsOf(connection).clear();
    await super.destroyRawConnection(connection);
  }
}

/** The client class for `knex({ client })`. */
export const sqliteClient = ImmediateSqliteClient as unknown as Client;

function prepare(connection: Connection, sql: string): Promise<Statement> {
  return new Promise((resolve, reject) => {
    const text = sql.replace(BOUND_LIMIT, 'limit +?');
    const statement = connection.prepare(text, (error: Error | null) => (error ? reject(error) : resolve(statement)));
  });
}

/** Runs a prepared statement the way knex's client would: rows for a query, counters for a change. */
function run(statement: Statement, query: Query): Promise<Query> {
  return new Promise((resolve, reject) => {
    if (wantsRows(query)) {
      statement.all(query.bindings ?? [], (error: Error | null, rows: unknown[]) => {
        if (error) reject(error);
        else resolve(Object.assign(query, { response: rows, context: statement }));
      });
      return;
    }
    statement.run(query.bindings ?? [], function (this: RunResult, error: Error | null) {
      if (error) reject(error);
      else resolve(Object.assign(query, { context: { lastID: this.lastID, changes: this.changes } }));
    });
  });
}

/** The parts of knex's client that give out its connections. */
export type Connections = {
  acquireConnection(): Promise<Connection>;
  releaseConnection(connection: Connection): Promise<void>;
};

/**
 * Reads by one statement outside of knex's own ways, prepared like all others.
 * @param kept how many statements stay prepared, the same at every call on a connection.
 */
export async function selectRows(
  connection: Connection,
  sql: string,
  bindings: readonly WriteBinding[],
  kept?: number,
): Promise<unknown[]> {
  const query: Query = { sql, bindings: [...bindings], method: 'raw' };
  await runPrepared(connection, query, kept);
  return query.response as unknown[];
}

/** Runs one statement outside of knex's own ways, prepared like all others, and tells how many rows it changed. */
export async function runStatement(
  connection: Connection,
  sql: string,
  bindings: readonly WriteBinding[],
): Promise<number> {
  const query: Query = { sql, bindings: [...bindings], method: 'counter' };
  await runPrepared(connection, query);
  return query.context?.changes ?? 0;
}

function wantsRows({ method, returning }: Query): boolean {
  if (method === 'insert' || method === 'update') return Boolean(returning);
  return method !== 'counter' && method !== 'del';
}

async function runPrepared(connection: Connection, query: Query, kept = KEPT_STATEMENTS): Promise<Query> {
  const statements = statementsOf(connection);
  const statement = await statementFor(connection, query.sql);
  // Last in the map is latest used.
  statements.delete(query.sql);
  statements.set(query.sql, statement);
  dropOldest(statements, kept);
  try {
    return await run(statement, query);
  } catch (error) {
    statements.delete(query.sql);
    statement.finalize();
    throw error;
  }
}

function dropOldest(statements: Map<string, Statement>, kept: number): void {
  if (statements.size <= kept) return;
  const [oldest] = statements;
  if (!oldest) return;
  statements.delete(oldest[0]);
  oldest[1].finalize();
}

function statementsOf(connection: PreparingConnection): Map<string, Statement> {
  return (connection[prepared] ??= new Map<string, Statement>());
}

async function statementFor(connection: Connection, sql: string): Promise<Statement> {
  const known = statementsOf(connection).get(sql);
  if (known) return known;
  const fresh = await prepare(connection, sql);
  // Two uses in one transaction may have prepared it side by side.
  const other = statementsOf(connection).get(sql);
  if (!other) return fresh;
  fresh.finalize();
  return other;
}
