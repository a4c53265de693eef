import type { Migration } from './migration.ts';

/** How full PostgreSQL makes the pages of users, in percent: one with a few users on it has room for another one. */
const FILL = 70;

/**
 * A user that was made or changed is written into as few indexes as its questions need. None is left on what every change
 * changes: PostgreSQL then keeps a changed user on its page, while there is room, and touches no index. Of test users, who are
 * few, only these are in theirs. And PostgreSQL keeps what lists of users are searched by beside their names.
 */
export const fewerIndexes: Migration = {
  name: '018-fewer-indexes',
  async up(knex, dialect) {
    await knex.schema.alterTable('users', (table) => {
      table.dropIndex(['company_id', 'updated_at', 'id'], 'users_updated_at');
      table.dropIndex(['company_id', 'test_kind', 'active', 'id'], 'users_test_kind');
    });
    await knex.raw(
      'create index users_test_kind on users (company_id, test_kind, active, id) where test_kind is not null',
    );
    if (dialect.name !== 'postgres') return;
    await knex.raw(`alter table users set (fillfactor = ${FILL})`);
    await knex.schema.alterTable('users', (table) => {
      table.dropUnique(['company_id', 'user_name_folded'], 'users_user_name');
      table.dropIndex([], 'users_listed');
    });
    await knex.raw(
      `create unique index users_user_name on users (company_id, user_name_folded)
         include (display_name_folded, active, test_kind, id)`,
    );
  },
};
