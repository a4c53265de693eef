import type { Migration } from './migration.ts';

/** Setup sessions that are shared with support, who of them looks on, and what they say. */
export const guidance: Migration = {
  name: '009-guidance',
  async up(knex) {
    await knex.schema.createTable('setup_sharing', (table) => {
      table.text('session_id').primary().references('setup_sessions.id').onDelete('CASCADE');
      table.text('shared_at').notNullable();
      table.text('shared_by').notNullable();
    });
    await knex.schema.createTable('setup_watchers', (table) => {
      table.text('session_id').notNullable().references('setup_sessions.id').onDelete('CASCADE');
      table.text('email').notNullable();
      table.text('seen_at').notNullable();
      table.primary(['session_id', 'email']);
    });
    await knex.schema.createTable('setup_messages', (table) => {
      table.text('id').primary();
      table.text('session_id').notNullable().references('setup_sessions.id').onDelete('CASCADE');
      table.text('at').notNullable();
      table.text('sent_by').notNullable();
      table.text('text');
      table.text('step');
      table.text('dismissed_at');
      table.index(['session_id', 'at']);
    });
  },
};
