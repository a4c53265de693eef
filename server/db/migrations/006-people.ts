import type { Migration } from './migration.ts';

/** Persons, the one-time links that sign them in, and their sign-ins. Tokens are kept as hashes only. */
export const people: Migration = {
  name: '006-people',
  async up(knex) {
    await knex.schema.createTable('persons', (table) => {
      table.text('id').primary();
      table.text('email').notNullable();
      table.text('role').notNullable();
      table.text('company_id').references('companies.id').onDelete('CASCADE');
      table.text('created_at').notNullable();
      table.index(['email']);
    });
    await knex.schema.createTable('sign_in_links', (table) => {
      table.text('token_hash').primary();
      table.text('person_id').notNullable().references('persons.id').onDelete('CASCADE');
      table.text('created_at').notNullable();
      table.text('expires_at').notNullable();
      table.text('used_at');
    });
    await knex.schema.createTable('sign_ins', (table) => {
      table.text('token_hash').primary();
      table.text('person_id').notNullable().references('persons.id').onDelete('CASCADE');
      table.text('created_at').notNullable();
      table.text('expires_at').notNullable();
      table.index(['person_id']);
      table.index(['expires_at']);
    });
  },
};
