import type { Migration } from './migration.ts';

/** Setup sessions, the browsers connected to them, what was seen, and the test addresses that they issued. */
export const setup: Migration = {
  name: '005-setup',
  async up(knex) {
    await knex.schema.createTable('setup_sessions', (table) => {
      table.text('id').primary();
      table.text('company_id').notNullable().references('companies.id').onDelete('CASCADE');
      table.text('target').notNullable();
      table.text('token_hash').notNullable().unique();
      table.text('created_by');
      table.text('created_at').notNullable();
      table.text('expires_at').notNullable();
      table.text('revoked_at');
      /** The one key of a self-hosted session. */
      table.text('key_id');
      table.index(['company_id', 'created_at']);
    });
    await knex.schema.createTable('setup_browsers', (table) => {
      table.text('id').primary();
      table.text('session_id').notNullable().references('setup_sessions.id').onDelete('CASCADE');
      table.text('token_hash').notNullable().unique();
      table.text('label').notNullable();
      table.text('connected_at').notNullable();
      table.text('last_seen_at').notNullable();
      table.text('removed_at');
      table.index(['session_id']);
    });
    await knex.schema.createTable('setup_evidence', (table) => {
      table.increments('id');
      table.text('session_id').notNullable().references('setup_sessions.id').onDelete('CASCADE');
      table.text('step').notNullable();
      table.text('fact').notNullable();
      table.text('seen_by').notNullable();
      table.text('at').notNullable();
      table.text('note');
      table.text('fingerprint');
      table.index(['session_id', 'step', 'fact', 'at']);
    });
    await knex.schema.createTable('setup_test_addresses', (table) => {
      table.text('company_id').notNullable().references('companies.id').onDelete('CASCADE');
      table.text('address').notNullable();
      table.text('session_id').notNullable().references('setup_sessions.id').onDelete('CASCADE');
      table.text('created_at').notNullable();
      table.primary(['company_id', 'address']);
      table.index(['session_id']);
    });
  },
};
