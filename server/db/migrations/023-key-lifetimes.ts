import type { Migration } from './migration.ts';

/** The end that a key was made with, so that its lifetime is known after a rotation gave it an earlier one. */
export const keyLifetimes: Migration = {
  name: '023-key-lifetimes',
  async up(knex) {
    await knex.schema.alterTable('api_keys', (table) => {
      table.text('made_until');
    });
    await knex('api_keys').update({ made_until: knex.ref('expires_at') });
  },
};
