import pg from 'pg';
import sqlite3 from 'sqlite3';

/** The two statements, prepared, on the database that is measured. */
export type Statements = {
  select: (id: string) => Promise<string | undefined>;
  insert: (id: string, document: string) => Promise<void>;
  close: () => Promise<void>;
};

const SELECT = 'SELECT document FROM users WHERE company_id = (SELECT id FROM companies) AND id =';
const TABLE = 'CREATE TABLE documents (id TEXT NOT NULL PRIMARY KEY, document TEXT NOT NULL)';
const INSERT = 'INSERT INTO documents (id, document) VALUES';

/** As many as one of the server's pools. */
const MOST_CONNECTIONS = 8;

/**
 * @param store the store that is measured: a file, or the URL of a PostgreSQL database.
 * @param scratch where the table for inserts may be made.
 */
export function prepareStatements(store: string, scratch: string): Promise<Statements> {
  return store.startsWith('postgres') ? onPostgres(store) : onSqlite(store, scratch);
}

async function onSqlite(store: string, scratch: string): Promise<Statements> {
  const reader = new sqlite3.Database(store, sqlite3.OPEN_READONLY);
  const writer = new sqlite3.Database(scratch);
  await run(reader, 'PRAGMA cache_size = -16384');
  await run(writer, `PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -16384; ${TABLE}`);
  const select = reader.prepare(`${SELECT} ?`);
  const insert = writer.prepare(`${INSERT} (?, ?)`);
  return {
    // After get() a statement stays open until it is used again, and while one reads, SQLite can take none of what is written
    // since into the file: the log of the server that is measured would grow without end, and each of its statements look there.
    select: (id) =>
      new Promise((resolve, reject) => {
        select.all<{ document: string }>([id], (error, rows) => (error ? reject(error) : resolve(rows[0]?.document)));
      }),
    insert: (id, document) =>
      new Promise((resolve, reject) => {
        insert.run([id, document], (error) => (error ? reject(error) : resolve()));
      }),
    close: async () => {
      select.finalize();
      insert.finalize();
      await Promise.all([reader, writer].map((database) => new Promise((resolve) => database.close(resolve))));
    },
  };
}

async function onPostgres(store: string): Promise<Statements> {
  const pool = new pg.Pool({ connectionString: store, max: MOST_CONNECTIONS });
  await pool.query(TABLE);
  return {
    select: async (id) => {
      const { rows } = await pool.query<{ document: string }>({ name: 'one', text: `${SELECT} $1`, values: [id] });
      return rows[0]?.document;
    },
    insert: async (id, document) => {
      await pool.query({ name: 'add', text: `${INSERT} ($1, $2)`, values: [id, document] });
    },
    close: () => pool.end(),
  };
}

function run(database: sqlite3.Database, sql: string): Promise<void> {
  return new Promise((resolve, reject) => {
    database.exec(sql, (error) => (error ? reject(error) : resolve()));
  });
}
