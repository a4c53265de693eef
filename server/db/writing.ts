import type { RowStep, WriteBinding } from './database.ts';

/** A statement, what it is bound to, and how many rows it has to change where that matters. */
export type Bound = { sql: string; bindings: readonly WriteBinding[]; needed?: number };

/** What one statement reads, and whom to tell its rows. */
export type Question = { sql: string; bindings: readonly WriteBinding[]; answer: (rows: unknown[]) => void };

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
