import type { Migration } from './migration.ts';

/** API keys, as a hash: what was shown once can not be shown again. */
export const keys: Migration = {
  name: '002-keys',
  async up(knex) {
    await knex.schema.createTable('api_keys', (table) => {
      table.text('id').primary();
      table.text('company_id').notNullable().references('companies.id').onDelete('CASCADE');
      table.text('name').notNullable();
      table.text('hash').notNullable().unique({ indexName: 'api_keys_hash' });
      table.text('last4').notNullable();
      table.text('scopes').notNullable();
      table.text('created_by').notNullable();
      table.text('created_at').notNullable();
      table.text('expires_at');
      table.text('last_used_at');
      table.text('revoked_at');
      table.index(['company_id', 'created_at'], 'api_keys_company');
    });
  },
};
