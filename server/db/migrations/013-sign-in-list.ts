import type { Migration } from './migration.ts';

/** What a person sees of their sign-ins: a name for each that is no secret, and the browser that it began in. */
export const signInList: Migration = {
  name: '013-sign-in-list',
  async up(knex) {
    await knex.schema.alterTable('sign_ins', (table) => {
      table.text('id');
      /** Its family, such as `firefox`; null when it is not known. No other part of the User-Agent is kept. */
      table.text('browser');
    });
    // Those that are under way go on: a part of the hash names them, which signs nobody in.
    await knex.raw('update sign_ins set id = substr(token_hash, 1, 22)');
    await knex.schema.alterTable('sign_ins', (table) => {
      table.unique(['id']);
    });
  },
};
