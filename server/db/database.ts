import type { Knex } from 'knex';
import type { Json } from '../../shared/scim/json.ts';
import type { Dialect } from './dialect.ts';

export type WriteBinding = string | number | boolean | null;

/** Statements that are made with a change in one transaction, or not at all: such as its row in the audit log. */
export type Along = readonly { sql: string; bindings: readonly WriteBinding[] }[];

/** What a statement is given of a row: values by the names of columns; lists and objects become JSON documents. */
export type GivenRow = Readonly<Record<string, Json>>;

/** One statement of a write, and the rows that it is given: they are `v` in its SQL, by `dialect.given`. */
export type RowStep = {
  sql: string;
  rows: readonly GivenRow[];
  /** Whether it has to change one row for each that it is given: else the whole write is void. */
  needed?: boolean;
};

/**
 * One store behind two handles: what `write` committed, the next `read` sees. On SQLite `write` is a pool of one connection
 * (a file has one writer) and `read` a pool of several read-only ones; on PostgreSQL each is a pool of its own, so that
 * who reads in the middle of a transaction never waits for another transaction to end.
 */
export type Database = {
  dialect: Dialect;
  read: Knex;
  write: Knex;
  /** Runs the work in a transaction of `write`; it may run again when the database asked for that, so it only writes there. */
  transaction: <T>(work: (transaction: Knex) => Promise<T>) => Promise<T>;
  /** What one statement reads, as `read.raw` gives it, by the shortest way there is: for those that every request needs. */
  select: <Row>(sql: string, bindings: readonly WriteBinding[]) => Promise<Row[]>;
  /**
   * The row that a statement finds by its key, if there is any. It may be asked along with what is committed, which then waits for
   * it: so its text is one of a few of the server's own.
   */
  selectOne: <Row>(sql: string, bindings: readonly WriteBinding[]) => Promise<Row | undefined>;
  /** As `select`, for what goes through many rows, which the short ones do not wait for. What an index finds is short. */
  selectLong: Database['select'];
  /**
   * Makes the steps one after the other, all or none, and answers once they are durable; false when a needed one left a row
   * out, and so nothing was done. Nothing is read between them, so that writes need not wait for each other: those that came
   * while another one was made durable share the next transaction and its statements (`commit-together.ts`).
   */
  commit: (steps: readonly RowStep[]) => Promise<boolean>;
  /**
   * The same as a transaction of their own, each step with its rows in their order. Of those of one name the next begins when
   * the last one has ended, whichever process it comes from.
   */
  commitInTurn: (name: string, steps: readonly RowStep[]) => Promise<boolean>;
  /**
   * Calls back when another process may have changed a table that concerns the listener, so that caches are dropped and
   * watchers told; of the directory's own tables only what is announced counts. Returns the function that ends it.
   */
  onForeignChange(concerns: (table: string) => boolean, listener: () => void): () => void;
  /**
   * Tells other processes of a change to a table of the directory, once it is made: at once, and what follows within a tenth of a
   * second together. It is not part of the change, and is lost when the process is killed before. Nothing where processes look
   * for changes themselves.
   */
  announce(table: string): void;
  /** Runs the work unless another process is at work of the same name; tells whether it ran. */
  alone(name: string, work: () => Promise<void>): Promise<boolean>;
  /** Whether the store answers and is migrated. */
  ready(): Promise<boolean>;
  close(): Promise<void>;
};
