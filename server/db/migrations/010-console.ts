import type { Migration } from './migration.ts';

const TEST_KINDS = "'test-user-create', 'test-user-update', 'test-user-delete', 'test-group'";

/**
 * What the console shows: what each call did and to whom, calls counted by the hour, the settings of a company, users that were
 * kept after their DELETE, and an index that holds all that the list of users is searched by, so that no row of it is read.
 */
export const console: Migration = {
  name: '010-console',
  async up(knex) {
    await knex.schema.alterTable('activity', (table) => {
      /** The id of the user that the call was about; no other personal data is in the record. */
      table.text('user_id');
      /** Names of the attributes that the call changed, as JSON; null when it changed no user. */
      table.text('changed');
      /** What was sent and answered, as names and types, as JSON. */
      table.text('details');
      table.index(['company_id', 'user_id', 'id'], 'activity_user');
    });
    await knex.raw('create index activity_failures on activity (company_id, id) where status >= 400');
    await knex.raw(`create index activity_tests on activity (company_id, id) where kind in (${TEST_KINDS})`);
    await knex.schema.createTable('activity_hours', (table) => {
      table.text('company_id').notNullable().references('companies.id').onDelete('CASCADE');
      table.text('hour').notNullable();
      table.integer('calls').notNullable();
      table.integer('failures').notNullable();
      table.primary(['company_id', 'hour']);
    });
    await knex.schema.alterTable('api_keys', (table) => {
      table.text('first_used_at');
    });
    await knex.schema.alterTable('companies', (table) => {
      table.text('group_management').notNullable().defaultTo('accept');
      table.text('on_delete').notNullable().defaultTo('remove');
      /** Null: for good. */
      table.integer('keep_removed_days').defaultTo(365);
      table.integer('keep_activity_days').notNullable().defaultTo(90);
    });
    await knex.schema.alterTable('users', (table) => {
      table.index(
        ['company_id', 'user_name_folded', 'display_name_folded', 'active', 'test_kind', 'id'],
        'users_listed',
      );
      table.index(['company_id', 'test_kind', 'active', 'id'], 'users_test_kind');
    });
    await knex.schema.createTable('removed_users', (table) => {
      table.text('company_id').notNullable().references('companies.id').onDelete('CASCADE');
      table.text('id').notNullable();
      table.text('user_name').notNullable();
      table.text('user_name_folded').notNullable();
      table.text('display_name_folded');
      table.text('document').notNullable();
      table.text('created_at').notNullable();
      table.text('removed_at').notNullable();
      table.primary(['company_id', 'id']);
      table.index(['company_id', 'user_name_folded', 'id'], 'removed_users_listed');
      table.index(['company_id', 'removed_at'], 'removed_users_removed_at');
    });
  },
};
