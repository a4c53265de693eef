import type { Migration } from './migration.ts';

/**
 * Users, groups and who is in which. `document` is the resource as JSON, `search` the same with texts folded as the schema
 * says; the other columns are what filters look up by index. Texts compare by code point. Indexes end with the id, by which
 * lists are sorted: without it the planner reads the whole company in that order instead.
 */
export const directory: Migration = {
  name: '003-directory',
  async up(knex, dialect) {
    await knex.schema.createTable('users', (table) => {
      table.text('company_id').notNullable().references('companies.id').onDelete('CASCADE');
      table.text('id').notNullable();
      table.text('user_name').notNullable();
      table.text('user_name_folded').notNullable();
      table.text('external_id');
      table.text('display_name_folded');
      table.boolean('active').notNullable();
      /** `address` or `placeholder` for JumpCloud's test user, else null. */
      table.text('test_kind');
      table.text('document').notNullable();
      dialect.jsonColumn(table, 'search').notNullable();
      table.integer('version').notNullable();
      table.text('created_at').notNullable();
      table.text('updated_at').notNullable();
      table.primary(['company_id', 'id']);
      table.unique(['company_id', 'user_name_folded'], { indexName: 'users_user_name' });
      table.index(['company_id', 'external_id', 'id'], 'users_external_id');
      table.index(['company_id', 'display_name_folded', 'id'], 'users_display_name');
      table.index(['company_id', 'active', 'id'], 'users_active');
      table.index(['company_id', 'updated_at', 'id'], 'users_updated_at');
    });
    await knex.schema.createTable('user_emails', (table) => {
      table.text('company_id').notNullable();
      table.text('user_id').notNullable();
      table.integer('position').notNullable();
      table.text('value');
      table.text('type');
      table.text('display');
      table.boolean('is_primary');
      table.primary(['company_id', 'user_id', 'position']);
      table.index(['company_id', 'value', 'user_id'], 'user_emails_value');
      table.foreign(['company_id', 'user_id']).references(['company_id', 'id']).inTable('users').onDelete('CASCADE');
    });
    await knex.schema.createTable('groups', (table) => {
      table.text('company_id').notNullable().references('companies.id').onDelete('CASCADE');
      table.text('id').notNullable();
      table.text('display_name').notNullable();
      table.text('display_name_folded').notNullable();
      table.text('external_id');
      table.text('document').notNullable();
      dialect.jsonColumn(table, 'search').notNullable();
      table.integer('version').notNullable();
      table.text('created_at').notNullable();
      table.text('updated_at').notNullable();
      table.primary(['company_id', 'id']);
      table.unique(['company_id', 'display_name_folded'], { indexName: 'groups_display_name' });
      table.index(['company_id', 'external_id', 'id'], 'groups_external_id');
    });
    await knex.schema.createTable('group_members', (table) => {
      table.text('company_id').notNullable();
      table.text('group_id').notNullable();
      table.text('user_id').notNullable();
      table.primary(['company_id', 'group_id', 'user_id']);
      // With the group, so that the planner prefers it to reading the company's memberships in the order of the key.
      table.index(['company_id', 'user_id', 'group_id'], 'group_members_user');
      table.foreign(['company_id', 'group_id']).references(['company_id', 'id']).inTable('groups').onDelete('CASCADE');
      table.foreign(['company_id', 'user_id']).references(['company_id', 'id']).inTable('users').onDelete('CASCADE');
    });
  },
};
