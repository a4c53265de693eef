import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import preact from '@preact/preset-vite';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Files that only `npm run test:long` runs: every walk with every fault, and harnesses at full length. */
const long = process.env['TEST_LONG'] ? [] : ['**/*.long.test.ts'];

/** Fast tests run side by side; those that drive a browser run one file at a time, since two cores are all they may count on. */
export default defineConfig({
  root,
  plugins: [preact()],
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          environment: 'node',
          include: ['test/structure.test.ts', 'test/{shared,server,sites}/**/*.test.{ts,tsx}'],
          exclude: ['**/*.browser.test.ts', ...long],
        },
      },
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
          name: 'browser',
          environment: 'node',
          include: ['test/{pages,console,e2e}/**/*.test.{ts,tsx}', 'test/**/*.browser.test.ts'],
          exclude: long,
          fileParallelism: false,
          testTimeout: 300_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
