import type { Knex } from 'knex';
import type pg from 'pg';
import type { WriteBinding } from './database.ts';
import { inPlaces } from './in-places.ts';
import { exchange, type Sent } from './postgres-exchange.ts';
import type { Question, Statement } from './writing.ts';

/** Statements that are kept prepared on each connection: more than the server has, so that only odd filters stay outside. */
export const KEPT_STATEMENTS = 200;

/** Only what reads and writes rows: the rest of SQL is not asked again and again. */
const REUSABLE = /^(select|insert|update|delete|with)\b/i;

/** A statement as the driver takes it: by place instead of by question mark, and by name when it is kept prepared. */
type Text = { text: string; name?: string };

/** The statements of a pool by their SQL with question marks, as far as there are names. */
export type StatementNames = { nameOf: (sql: string) => string | null; textOf: (sql: string) => Text };

/** Names every statement that came before. Those that come once would only push out others. */
export function createStatementNames(): StatementNames {
  const names = new Map<string, Required<Text>>();
  let cameOnce = new Set<string>();

  function known(sql: string): Required<Text> | null {
    const kept = names.get(sql);
    if (kept) return kept;
    if (names.size === KEPT_STATEMENTS || !REUSABLE.test(sql)) return null;
    if (!cameOnce.delete(sql)) {
      if (cameOnce.size === KEPT_STATEMENTS) cameOnce = new Set();
      cameOnce.add(sql);
      return null;
    }
    const named = { text: byPlace(sql), name: `kept_${names.size.toString()}` };
    names.set(sql, named);
    return named;
  }

  return {
    nameOf: (sql) => known(sql)?.name ?? null,
    textOf: (sql) => known(sql) ?? { text: byPlace(sql) },
  };
}

/** PostgreSQL numbers what a statement is bound to. */
function byPlace(sql: string): string {
  return inPlaces(sql, (place) => `$${(place + 1).toString()}`);
}

/** The parts of knex's client that give out its connections. */
type Connections = {
  acquireConnection(): Promise<pg.Client>;
  releaseConnection(connection: pg.Client): Promise<void>;
};

/** A connection of knex's pool, used outside of knex's own ways: to make its query of a text costs as much as to answer it. */
type PostgresConnection = {
  ask: (sql: string, bindings: readonly WriteBinding[]) => Promise<unknown[]>;
  /** Runs the statements as one transaction; the question, if there is one, is answered before them. */
  commit: (statements: readonly Statement[], question?: Question) => Promise<void>;
  release: () => Promise<void>;
};

/** Takes a connection out of the pool of a knex whose statements have these names. */
export async function takeConnection(knex: Knex, { textOf }: StatementNames): Promise<PostgresConnection> {
  const connections = knex.client as Connections;
  const connection = await connections.acquireConnection();
  const sent = ({ sql, bindings }: Statement): Sent => ({ ...textOf(sql), values: bindings.map(asText) });
  return {
    ask: async (sql, bindings) => {
      let answered: unknown[] = [];
      const question = { ...sent({ sql, bindings }), answer: (rows: unknown[]) => (answered = rows) };
      await exchange(connection, { question, statements: [] });
      return answered;
    },
    commit: (statements, asked) => {
      const question = asked && { ...sent(asked), answer: asked.answer };
      return exchange(connection, { question, statements: statements.map(sent) });
    },
    release: () => connections.releaseConnection(connection),
  };
}

function asText(value: WriteBinding): string | null {
  return value === null ? null : String(value);
}
