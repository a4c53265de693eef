import type { Migration } from './migration.ts';

/** The record of inbound calls, and the bounded one of calls whose key nobody knows. */
export const activity: Migration = {
  name: '004-activity',
  async up(knex) {
    await knex.schema.createTable('activity', (table) => {
      table.increments('id');
      table.text('company_id').notNullable().references('companies.id').onDelete('CASCADE');
      table.text('time').notNullable();
      table.text('method').notNullable();
      table.text('route').notNullable();
      table.integer('status').notNullable();
      table.text('scim_type');
      table.text('kind').notNullable();
      table.text('reason');
      table.text('domain');
      table.text('key_last4');
      table.integer('duration_ms').notNullable();
      table.index(['company_id', 'id'], 'activity_company');
    });
    await knex.schema.createTable('refused_calls', (table) => {
      table.increments('id');
      table.text('time').notNullable();
      table.text('route').notNullable();
      table.text('fingerprint').notNullable();
      table.index(['fingerprint', 'time'], 'refused_calls_fingerprint');
    });
  },
};
