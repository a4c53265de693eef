import type { Migration } from './migration.ts';

/** What the operations of a bulk request did to users: rows beside that of the request, for the users' histories alone. */
export const bulkParts: Migration = {
  name: '015-bulk-parts',
  async up(knex) {
    await knex.schema.alterTable('activity', (table) => {
      table.integer('part').notNullable().defaultTo(0);
    });
  },
};
