import type { Migration } from './migration.ts';

/** Requests of companies to allow a secondary domain: the newest of each domain. */
export const domainRequests: Migration = {
  name: '007-domain-requests',
  async up(knex) {
    await knex.schema.createTable('domain_requests', (table) => {
      table.text('company_id').notNullable().references('companies.id').onDelete('CASCADE');
      table.text('domain').notNullable();
      table.text('state').notNullable();
      table.text('asked_by').notNullable();
      table.text('asked_at').notNullable();
      table.text('decided_at');
      table.text('reason');
      table.primary(['company_id', 'domain']);
      table.index(['state', 'asked_at']);
    });
  },
};
