import type { Migration } from './migration.ts';

/** Each shape of a body that calls have again and again, once, under a name that is made of what it says. */
export const callShapes: Migration = {
  name: '019-call-shapes',
  async up(knex) {
    await knex.schema.createTable('call_shapes', (table) => {
      table.text('name').notNullable().primary();
      table.text('shape').notNullable();
    });
  },
};
