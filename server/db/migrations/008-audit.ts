import type { Migration } from './migration.ts';

/** What persons did to a company. Rows are only ever added. */
export const audit: Migration = {
  name: '008-audit',
  async up(knex) {
    await knex.schema.createTable('audit_log', (table) => {
      table.increments('id');
      table.text('company_id').notNullable().references('companies.id').onDelete('CASCADE');
      table.text('at').notNullable();
      table.text('actor').notNullable();
      table.text('actor_role').notNullable();
      table.text('action').notNullable();
      table.text('subject');
      table.text('detail');
      table.index(['company_id', 'id']);
    });
  },
};
