import type { Migration } from './migration.ts';

/** Companies and the secondary domains that their accounts may be on. Times are ISO 8601 in UTC, as everywhere. */
export const companies: Migration = {
  name: '001-companies',
  async up(knex) {
    await knex.schema.createTable('companies', (table) => {
      table.text('id').primary();
      table.text('name').notNullable();
      table.text('product').notNullable();
      table.text('plan').notNullable();
      table.text('primary_domain').notNullable().unique({ indexName: 'companies_primary_domain' });
      table.text('created_at').notNullable();
    });
    await knex.schema.createTable('company_domains', (table) => {
      table.text('company_id').notNullable().references('companies.id').onDelete('CASCADE');
      table.text('domain').notNullable();
      table.text('created_at').notNullable();
      table.primary(['company_id', 'domain']);
    });
  },
};
