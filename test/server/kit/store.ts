import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { allText, createDatabase, databaseUrl, dropDatabase } from './postgres-databases.ts';

/** A migrated or new store of a test's own. */
export type TestStore = {
  /** The settings that choose it. */
  env: { DATABASE_URL: string; SECRET_KEY?: string };
  /** Everything that is kept, as text, for tests that look for what must not be there. */
  text: () => Promise<string>;
  remove: () => Promise<void>;
};

/** What every process on a PostgreSQL shares. */
export const SECRET_KEY = 'ab'.repeat(32);

/** Which database this run of the tests is on. */
export const testDialect = process.env['TEST_POSTGRES'] ? 'postgres' : 'sqlite';

/** A store on the database that this run of the tests is on; with `empty`, one that is not migrated yet. */
export function makeStore(options: { empty?: true } = {}): Promise<TestStore> {
  const server = process.env['TEST_POSTGRES'];
  return server ? makePostgresStore(server, options) : makeSqliteStore();
}

async function makeSqliteStore(): Promise<TestStore> {
  const folder = await mkdtemp(join(tmpdir(), 'server-test-'));
  const file = join(folder, 'app.sqlite');
  return {
    env: { DATABASE_URL: `sqlite:${file}` },
    text: async () => {
      const files = ['', '-wal'].map((ending) => readFile(file + ending, 'latin1').catch(() => ''));
      return (await Promise.all(files)).join('');
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

async function makePostgresStore(server: string, { empty }: { empty?: true }): Promise<TestStore> {
  const name = `scim_${randomBytes(8).toString('hex')}`;
  await createDatabase(server, name, empty ? undefined : process.env['TEST_POSTGRES_TEMPLATE']);
  const url = databaseUrl(server, name);
  return {
    env: { DATABASE_URL: url, SECRET_KEY },
    text: () => allText(url),
    remove: () => dropDatabase(server, name),
  };
}
