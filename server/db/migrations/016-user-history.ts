import type { Migration } from './migration.ts';

/**
 * Of calls about a user only those are found by an index that say what became of it. Most calls change nothing, and to keep them
 * in the order of users, too, took as long as all else that is stored of them.
 */
export const userHistory: Migration = {
  name: '016-user-history',
  async up(knex) {
    await knex.schema.alterTable('activity', (table) => {
      table.dropIndex(['company_id', 'user_id', 'id'], 'activity_user');
    });
    await knex.raw(
      'create index activity_user on activity (company_id, user_id, id) where changed is not null or status >= 400',
    );
  },
};
