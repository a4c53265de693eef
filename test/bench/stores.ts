import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sqlite3 from 'sqlite3';
import { makeCluster } from '../server/kit/cluster.ts';
import { createDatabase, databaseUrl, dropDatabase, postgresVersion } from '../server/kit/postgres-databases.ts';
import { SECRET_KEY } from '../server/kit/store.ts';
import { findPostgres, NO_POSTGRES } from '../tools/postgres.ts';
import { type BenchOptions, UsageError } from './options.ts';

/** A store of one measurement: what chooses it, and where the ceilings may make a table of their own. */
export type BenchStore = { env: Record<string, string>; scratch: string; remove: () => Promise<void> };

/** Makes stores on the database that is measured, until it is closed. `version`: of the database, which says much of its speed. */
export type Stores = { version: string; make: () => Promise<BenchStore>; close: () => Promise<void> };

/** Every answered write is on disk, as with PostgreSQL's own settings. */
const DURABLE = { fsync: 'on', full_page_writes: 'on' };

/** @throws UsageError when there is no PostgreSQL to measure. */
export async function openStores(database: BenchOptions['database']): Promise<Stores> {
  if (database === 'sqlite') return { version: sqlite3.VERSION, make: makeSqliteStore, close: () => Promise.resolve() };
  const url = [process.env['DATABASE_URL'], process.env['TEST_DATABASE_URL']].find((text) =>
    text?.startsWith('postgres'),
  );
  if (url) return onPostgres(url, () => Promise.resolve());
  const found = findPostgres();
  if (found?.kind !== 'programs') throw new UsageError(NO_POSTGRES);
  const cluster = await makeCluster(found.folder, DURABLE);
  return onPostgres(cluster.url, () => cluster.remove());
}

async function onPostgres(server: string, close: () => Promise<void>): Promise<Stores> {
  return { version: (await postgresVersion(server)).text, make: () => makePostgresStore(server), close };
}

async function makeSqliteStore(): Promise<BenchStore> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-'));
  return {
    env: { DATABASE_URL: `sqlite:${join(folder, 'app.sqlite')}` },
    scratch: join(folder, 'ceiling.sqlite'),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

async function makePostgresStore(server: string): Promise<BenchStore> {
  const name = `bench_${randomBytes(8).toString('hex')}`;
  await createDatabase(server, name);
  const url = databaseUrl(server, name);
  return { env: { DATABASE_URL: url, SECRET_KEY }, scratch: url, remove: () => dropDatabase(server, name) };
}
