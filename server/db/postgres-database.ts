import type { Knex } from 'knex';
import type { Secret } from '../../shared/secret.ts';
import { withoutPassword } from '../config.ts';
import { type Ask, createAskTogether } from './ask-together.ts';
import { createCommitInTurn } from './commit-in-turn.ts';
import { createCommitTogether } from './commit-together.ts';
import type { Database } from './database.ts';
import { codeOf } from './error-code.ts';
import { createKnown } from './known.ts';
import { isMigrated, migrate } from './migrate.ts';
import { createPostgresChanges } from './postgres-changes.ts';
import { connectionSettings, newProcessName } from './postgres-connection.ts';
import { LOCK_SPACE, lockOf, postgresDialect } from './postgres-dialect.ts';
import { followGrowth } from './postgres-growth.ts';
import { createPool } from './postgres-pool.ts';
import { createStatementNames, KEPT_STATEMENTS, type StatementNames, takeConnection } from './postgres-statements.ts';
import { postgresTogether } from './postgres-together.ts';
import { repeating } from './repeating.ts';
import type { Bound, Statement, Writing } from './writing.ts';

/** Connections of the two pools; with the one that listens, a process has 19 at most. */
const WRITERS = 8;
const READERS = 10;
/** Single statements that read, and those that go through many rows; four connections stay for knex. */
const ASKED = { most: 4, enough: 12 };
const ASKED_LONG = { most: 2, enough: 8 };
/** Transactions that make writes together: another one beside only for many, since each wakes a process of PostgreSQL. */
const COMMITTED = { most: 3, enough: 16 };

/**
 * Opens the PostgreSQL database and brings its schema up to date. Several processes may do so together.
 * @param url as `postgres://USER:PASSWORD@HOST:PORT/DATABASE`.
 */
export async function openPostgres({ url }: { url: Secret }): Promise<Database> {
  const processName = newProcessName();
  const settings = connectionSettings(url, processName);
  const names = { write: createStatementNames(), read: createStatementNames() };
  const writers = createPool({ settings, names: names.write, most: WRITERS, onLost: () => changes.doubt() });
  const readers = createPool({ settings, names: names.read, most: READERS });
  const changes = createPostgresChanges({
    settings,
    processName,
    reachable: () => answers(readers.knex),
    onSilence: () => {
      writers.cut();
      readers.cut();
    },
  });
  const [write, read] = [writers.knex, readers.knex];
  const growth = followGrowth(write, (work) => alone(write, 'analyze', work));
  const writing = () => connectWriting(write, names.write, growth.wrote);
  const questions = { ask: asking(read, names.read), together: postgresTogether };
  const short = createAskTogether({ ...questions, crowd: ASKED });
  try {
    await migrate(write, postgresDialect);
    await changes.start();
  } catch (error) {
    await Promise.all([write.destroy(), read.destroy()]);
    throw unusable(url, error);
  }
  return {
    dialect: postgresDialect,
    read,
    write,
    transaction: (work) => repeating(() => write.transaction(work)),
    select: short.select,
    selectOne: short.selectOne,
    selectLong: createAskTogether({ ...questions, crowd: ASKED_LONG }).select,
    commit: createCommitTogether({ connect: writing, crowd: COMMITTED, takeQuestions: short.take }),
    commitInTurn: createCommitInTurn({ connect: writing, turn: (name) => [lockOf(name)] }),
    onForeignChange: changes.listen,
    announce: changes.announce,
    alone: (name, work) => alone(write, name, work),
    ready: () => isMigrated(read).catch(() => false),
    close: async () => {
      await growth.stop();
      await Promise.all([read.destroy(), write.destroy()]);
      // Last, since it finds out when the others wait for a PostgreSQL that says nothing.
      await changes.stop();
    },
  };
}

/** Why a start failed, with the address that was tried, which may be what is wrong. */
function unusable(url: Secret, cause: unknown): Error {
  const reason = cause instanceof Error ? cause.message : 'unknown reason';
  return new Error(`PostgreSQL at ${withoutPassword(url.reveal())} can not be used: ${reason}. Check DATABASE_URL.`, {
    cause,
  });
}

function answers(read: Knex): Promise<boolean> {
  return read.raw('SELECT 1').then(
    () => true,
    () => false,
  );
}

function asking(read: Knex, names: StatementNames): Ask {
  return async (sql, bindings) => {
    const connection = await takeConnection(read, names);
    try {
      return await connection.ask(sql, bindings);
    } finally {
      await connection.release();
    }
  };
}

async function connectWriting(write: Knex, names: StatementNames, wrote: () => void): Promise<Writing> {
  const { commit, release } = await takeConnection(write, names);
  return {
    commit: async (statements, question) => {
      try {
        await commit(statements.map(toSend), question);
        wrote();
        return true;
      } catch (error) {
        if (codeOf(error) === DIVISION_BY_ZERO) return false;
        throw error;
      }
    },
    release,
  };
}

function toSend({ sql, bindings, needed }: Bound): Statement {
  return needed === undefined ? { sql, bindings } : { sql: checked(sql), bindings: [...bindings, needed] };
}

/** Nothing else divides. */
const DIVISION_BY_ZERO = '22012';
const checkedStatements = createKnown<string>(KEPT_STATEMENTS);

/**
 * The statement, failing when it changes another number of rows than the one that it is bound to last, and with it the whole
 * transaction.
 */
function checked(sql: string): string {
  return checkedStatements(
    sql,
    () => `WITH changed AS (${sql} RETURNING 1) SELECT 1 / (count(*) = ?)::int AS as_many FROM changed`,
  );
}

/** The lock ends with its transaction, and so with its process or connection, whatever happens to them. */
async function alone(write: Knex, name: string, work: () => Promise<void>): Promise<boolean> {
  return write.transaction(async (tx) => {
    const sql = 'SELECT pg_try_advisory_xact_lock(?, hashtext(?)) AS free';
    const [row] = await tx.raw<{ free: boolean }[]>(sql, [LOCK_SPACE, name]);
    if (!row?.free) return false;
    await work();
    return true;
  });
}
