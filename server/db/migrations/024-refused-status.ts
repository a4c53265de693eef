import type { Migration } from './migration.ts';

/** How a call with an unknown key was answered: one that came to no SCIM path says more of the Base URL than of the key. */
export const refusedStatus: Migration = {
  name: '024-refused-status',
  async up(knex) {
    await knex.schema.alterTable('refused_calls', (table) => {
      table.integer('status').notNullable().defaultTo(401);
    });
  },
};
