import type { Knex } from 'knex';

/**
 * One store behind two handles. On SQLite `write` is a pool of one connection (a file has one writer) and `read` a pool of
 * several read-only ones; what a write committed, the next read sees. On PostgreSQL both are the same pool.
 * Transactions always begin on `write`.
 */
export type Database = {
  dialect: 'sqlite' | 'postgres';
  read: Knex;
  write: Knex;
  /**
   * Calls back when another process committed something (SQLite: `PRAGMA data_version`, looked at every 100 ms), so that
   * caches are dropped and watchers told. Returns the function that ends it.
   */
  onForeignChange(listener: () => void): () => void;
  /** Whether the store answers and is migrated. */
  ready(): Promise<boolean>;
  close(): Promise<void>;
};
