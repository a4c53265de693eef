import type { RowStep, WriteBinding } from './database.ts';

/** A statement, and what it is bound to. */
export type Statement = { sql: string; bindings: readonly WriteBinding[] };

/** One that writes, and how many rows it has to change where that matters. */
export type Bound = Statement & { needed?: number };

/** One that reads, and whom to tell its rows. */
export type Question = Statement & { answer: (rows: unknown[]) => void };

/** One connection that writes. */
export type Writing = {
  /**
   * Runs statements one after the other as one transaction, and answers once it is durable; false when one did not change as
   * many rows as it has to, and rejects with the first error. Either way nothing is kept of it. A question is asked before
   * them, and answered before they are durable; it fails together with them.
   */
  commit: (statements: readonly Bound[], question?: Question) => Promise<boolean>;
  release: () => Promise<void>;
};

/** The statement of a step, bound to its rows. */
export function boundTo({ sql, rows, needed }: RowStep): Bound {
  const bindings = [JSON.stringify(rows)];
  return needed ? { sql, bindings, needed: rows.length } : { sql, bindings };
}
