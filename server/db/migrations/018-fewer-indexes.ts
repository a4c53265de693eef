import type { Migration } from './migration.ts';

/** How full PostgreSQL makes the pages of users, in percent: one with a few users on it has room for another one. */
const FILL = 70;

/**
 * A user that was made or changed is written into as few indexes as its questions need. Of test users, who are few, only these
 * are in theirs. On PostgreSQL none is left on what every change changes: it then keeps a changed user on its page, while there is
 * room, and touches no index at all. A filter on `meta.lastModified`, which JumpCloud does not send, pays for that there: it
 * looks at each user of the company. What lists of users are searched by is kept beside their names.
 */
export const fewerIndexes: Migration = {
  name: '018-fewer-indexes',
  async up(knex, dialect) {
    await knex.schema.alterTable('users', (table) => {
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
      table.dropIndex([], 'users_updated_at');
    });
    await knex.raw(
      `create unique index users_user_name on users (company_id, user_name_folded)
         include (display_name_folded, active, test_kind, id)`,
    );
  },
};
