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

/** Time for whatever a browser, a server and the pages between them do, on two cores that others use, too. */
const IN_BROWSERS = { environment: 'node', testTimeout: 300_000, hookTimeout: 120_000 } as const;

/**
 * All run on two workers, since two cores are what they may count on: those that drive a browser wait for it, for servers and for
 * pages half of the time.
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
          ...IN_BROWSERS,
          name: 'browser',
          include: ['test/{pages,console,e2e}/**/*.test.{ts,tsx}', 'test/**/*.browser.test.ts'],
          exclude: [ALONE, ...long],
        },
      },
      { extends: true, test: { ...IN_BROWSERS, name: 'alone', include: [ALONE], fileParallelism: false } },
    ],
  },
});
