import { fileURLToPath } from 'node:url';
import { defineConfig, type TestProjectConfiguration } from 'vitest/config';
import preact from '@preact/preset-vite';
import { findPostgres, NO_POSTGRES } from './tools/postgres.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Files that only `npm run test:long` runs: every walk with every fault, and harnesses at full length. */
const long = process.env['TEST_LONG'] ? [] : ['**/*.long.test.ts'];

/** The server's tests once more, on PostgreSQL: all but those that are about SQLite itself. */
const postgres = findPostgres();
if (!postgres) process.stderr.write(`${NO_POSTGRES}\n`);
const onPostgres: TestProjectConfiguration = {
  extends: true,
  test: {
    name: 'postgres',
    environment: 'node',
    include: ['test/server/**/*.test.ts'],
    exclude: ['**/*.browser.test.ts', '**/*.sqlite.test.ts', ...long],
    globalSetup: ['test/server/kit/postgres-server.ts'],
    setupFiles: ['test/server/kit/use-postgres.ts'],
    isolate: false,
  },
};

/** What is told by how little time has passed, which is more beside others. */
const ALONE = 'test/pages/asking.test.ts';

/**
 * Fast tests run on two workers, and so do those of single pages in a browser. Those that drive servers and a whole browser beside
 * it run one file at a time, since two cores are all they may count on.
 */
export default defineConfig({
  root,
  plugins: [preact()],
  test: {
    maxWorkers: 2,
    // Long enough for a slow machine: a condition is waited for 20 s, and a test has time for a few.
    expect: { poll: { timeout: 20_000 } },
    testTimeout: 60_000,
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          environment: 'node',
          include: ['test/structure.test.ts', 'test/{shared,server,sites,bench,demo}/**/*.test.{ts,tsx}'],
          exclude: ['**/*.browser.test.ts', '**/*.postgres.test.ts', ...long],
        },
      },
      ...(postgres ? [onPostgres] : []),
      {
        extends: true,
        test: {
          name: 'dom',
          environment: 'happy-dom',
          include: ['test/extension/**/*.test.{ts,tsx}'],
          exclude: long,
        },
      },
      {
        extends: true,
        test: {
          name: 'pages',
          environment: 'node',
          include: ['test/pages/**/*.test.ts'],
          exclude: [ALONE, ...long],
          testTimeout: 300_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          environment: 'node',
          include: ['test/{console,e2e}/**/*.test.{ts,tsx}', 'test/**/*.browser.test.ts', ALONE],
          exclude: long,
          fileParallelism: false,
          testTimeout: 300_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
