import type { Knex } from 'knex';
import type { Dialect } from '../dialect.ts';

/** One step of the schema, forward only. Its name is recorded in the store, so it never changes. */
export type Migration = {
  name: string;
  up(knex: Knex, dialect: Dialect): Promise<void>;
};
