import type { Migration } from './migration.ts';

/** What a setup session leads through: the setup, or the replacement of a running integration's key. */
export const setupFlow: Migration = {
  name: '011-setup-flow',
  async up(knex) {
    await knex.schema.alterTable('setup_sessions', (table) => {
      table.text('flow').notNullable().defaultTo('setup');
    });
  },
};
