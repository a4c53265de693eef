import type { Migration } from './migration.ts';

/** Changes no table: where a database announces changes, deletions of users are among them from now on, which it settles itself. */
export const deletions: Migration = {
  name: '014-deletions',
  up: () => Promise.resolve(),
};
