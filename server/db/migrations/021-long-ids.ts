import type { Migration } from './migration.ts';

/** Tables whose ids grow with every row. */
const GROWING = ['activity', 'refused_calls', 'audit_log', 'setup_evidence'];

/** Ids that do not end at 2^31, which those of refused calls come to first: anybody can make them. SQLite's never did. */
export const longIds: Migration = {
  name: '021-long-ids',
  async up(knex, dialect) {
    if (dialect.name !== 'postgres') return;
    for (const table of GROWING) {
      await knex.raw('alter table ?? alter column id type bigint', [table]);
      await knex.raw('alter sequence ?? as bigint', [`${table}_id_seq`]);
    }
  },
};
