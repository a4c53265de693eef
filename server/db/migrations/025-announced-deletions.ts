import type { Migration } from './migration.ts';

/** Deletions of users no longer announce themselves within their transaction, where that made commits wait for each other. */
export const announcedDeletions: Migration = {
  name: '025-announced-deletions',
  async up(knex, dialect) {
    if (dialect.name === 'postgres') await knex.raw('DROP TRIGGER IF EXISTS announce_deletion ON users');
  },
};
