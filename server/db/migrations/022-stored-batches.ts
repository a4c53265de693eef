import type { Migration } from './migration.ts';

/** For each queue of calls the number of its batch that was stored last, so that none is stored twice. */
export const storedBatches: Migration = {
  name: '022-stored-batches',
  async up(knex) {
    await knex.schema.createTable('stored_batches', (table) => {
      table.text('queue').notNullable().primary();
      table.bigInteger('number').notNullable();
      table.text('time').notNullable();
    });
  },
};
