import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import knex, { type Knex } from 'knex';
import type { Database as Connection } from 'sqlite3';
import { type Ask, createAskTogether } from './ask-together.ts';
import { createCommitInTurn } from './commit-in-turn.ts';
import { createCommitTogether } from './commit-together.ts';
import type { Database } from './database.ts';
import { codeOf } from './error-code.ts';
import { ACQUIRE_TIMEOUT_MS, QUIET_KNEX } from './knex-settings.ts';
import { isMigrated, migrate } from './migrate.ts';
import { type Connections, selectRows, sqliteClient } from './sqlite-client.ts';
import { sqliteDialect } from './sqlite-dialect.ts';
import { runTogether } from './sqlite-program.ts';
import { sqliteTogether } from './sqlite-together.ts';
import type { Writing } from './writing.ts';

const READERS = 4;
/** Single statements that read: the other connections stay for knex. */
const ASKED = { most: READERS / 2, enough: 1 };
/**
 * Statements that go through many rows: they leave half of libuv's four threads to everything else. Statements that stay prepared
 * lie in the small memory that SQLite keeps for each connection (its lookaside), which some ten of them fill, or five of pages. What
 * a row is put together of is then allocated under one lock of the whole process, and two threads that put pages together take
 * three times the processor's time for it. So they are asked one by one, and few are kept.
 */
const LONG = { readers: 2, kept: 4 };
/** A file has one writer; knex's own transactions take turns with these. */
const COMMITTED = { most: 1, enough: 1 };
const BUSY_TIMEOUT_MS = 5_000;
const FOREIGN_CHANGE_POLL_MS = 100;
/** The log takes some 4 MiB, and more only while somebody reads for long, as `backup` does: what is beyond this is then given back. */
const KEPT_LOG_BYTES = 16 * 1_024 * 1_024;

/** Every connection: what is answered is on disk (FULL), and waiting comes before anything that may have to wait. */
const PRAGMAS = [
  `PRAGMA busy_timeout = ${BUSY_TIMEOUT_MS.toString()}`,
  'PRAGMA journal_mode = WAL',
  `PRAGMA journal_size_limit = ${KEPT_LOG_BYTES.toString()}`,
  'PRAGMA synchronous = FULL',
  'PRAGMA foreign_keys = ON',
  'PRAGMA cache_size = -16384',
  'PRAGMA temp_store = MEMORY',
];
const READING = [...PRAGMAS, 'PRAGMA query_only = ON'];

/**
 * Opens the SQLite store and brings its schema up to date; the file and its folder are made when they are missing. Several
 * processes may do so together.
 * @param file Path of the SQLite file.
 * @throws Error that names the file, when it can not be opened or is none of SQLite's.
 */
export async function openSqlite({ file }: { file: string }): Promise<Database> {
  await makeFile(file).catch((error: unknown) => {
    throw unusable(file, error);
  });
  const write = connect(file, { min: 1, max: 1 }, PRAGMAS);
  const read = connect(file, { min: 0, max: READERS }, READING);
  const readLong = connect(file, { min: 0, max: LONG.readers }, READING);
  try {
    await migrate(write, sqliteDialect);
  } catch (error) {
    await Promise.all([write.destroy(), read.destroy(), readLong.destroy()]);
    throw unusable(file, error);
  }
  const changes = watchForeignChanges(write, await dataVersion(write));
  const { select, selectOne } = createAskTogether({ ask: asking(read), together: sqliteTogether, crowd: ASKED });
  return {
    dialect: sqliteDialect,
    read,
    write,
    select,
    selectOne,
    selectLong: asking(readLong, LONG.kept) as Database['select'],
    commit: createCommitTogether({ connect: () => connectWriting(write), crowd: COMMITTED }),
    // Who writes is the only one.
    commitInTurn: createCommitInTurn({ connect: () => connectWriting(write), turn: () => [] }),
    transaction: (work) => write.transaction(work),
    onForeignChange: changes.listen,
    announce: () => undefined,
    // Processes that share a file are the server and the command line, which does no such work.
    alone: (_, work) => work().then(() => true),
    ready: () => isMigrated(read).catch(() => false),
    close: async () => {
      await changes.stop();
      await Promise.all([read.destroy(), readLong.destroy(), write.destroy()]);
    },
  };
}

/** The file, when it is missing: for its owner's eyes only, and what SQLite puts beside it gets the same rights. */
async function makeFile(file: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, '', { mode: 0o600, flag: 'wx' }).catch((error: unknown) => {
    if (codeOf(error) !== 'EEXIST') throw error;
  });
}

/** Why a start failed, with the file that was tried, which may be what is wrong. */
function unusable(file: string, cause: unknown): Error {
  const reason = cause instanceof Error ? cause.message : 'unknown reason';
  return new Error(`The SQLite file ${file} can not be used: ${reason}. Check DATABASE_URL.`, { cause });
}

/** Reads outside of knex's own ways: to make its own query of a text costs as much as to answer it. */
function asking(read: Knex, kept?: number): Ask {
  const connections = read.client as Connections;
  return async (sql, bindings) => {
    const connection = await connections.acquireConnection();
    try {
      return await selectRows(connection, sql, bindings, kept);
    } finally {
      await connections.releaseConnection(connection);
    }
  };
}

async function connectWriting(write: Knex): Promise<Writing> {
  const connections = write.client as Connections;
  const connection = await connections.acquireConnection();
  return {
    commit: (statements) => runTogether(connection, statements),
    release: () => connections.releaseConnection(connection),
  };
}

function connect(file: string, pool: { min: number; max: number }, pragmas: string[]): Knex {
  return knex({
    ...QUIET_KNEX,
    client: sqliteClient,
    connection: { filename: file },
    useNullAsDefault: true,
    pool: {
      ...pool,
      afterCreate: (connection: Connection, done: (error: Error | null, connection: Connection) => void) =>
        connection.exec(pragmas.join(';'), (error) => done(error, connection)),
    },
    acquireConnectionTimeout: ACQUIRE_TIMEOUT_MS,
  });
}

/**
 * Looks at `PRAGMA data_version` on the one connection that writes: there it stays the same for this process's own commits
 * and changes with those of every other process.
 */
function watchForeignChanges(
  write: Knex,
  seen: number | null,
): { listen: Database['onForeignChange']; stop: () => Promise<void> } {
  const listeners = new Set<() => void>();
  let version = seen;
  let looking: Promise<void> = Promise.resolve();
  let idle = true;

  async function look(): Promise<void> {
    const before = version;
    version = await dataVersion(write);
    if (before === version) return;
    for (const listener of listeners) listener();
  }

  const timer = setInterval(() => {
    if (!idle || listeners.size === 0) return;
    idle = false;
    // A store that is away for a moment is looked at again in the next round.
    looking = look()
      .catch(() => undefined)
      .finally(() => (idle = true));
  }, FOREIGN_CHANGE_POLL_MS);
  timer.unref();

  return {
    // The file says that something changed, not what.
    listen(_, listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async stop() {
      clearInterval(timer);
      await looking;
    },
  };
}

async function dataVersion(write: Knex): Promise<number | null> {
  const [row] = await write.raw<{ data_version: number }[]>('PRAGMA data_version');
  return row?.data_version ?? null;
}
