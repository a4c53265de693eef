import type { Migration } from './migration.ts';

/** Persons who may not sign in for now. */
export const disabledPeople: Migration = {
  name: '012-disabled-people',
  async up(knex) {
    await knex.schema.alterTable('persons', (table) => {
      table.text('disabled_at');
    });
  },
};
