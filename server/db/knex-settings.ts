import type { Knex } from 'knex';

/** How long a request waits for a connection before it is answered with 503. */
export const ACQUIRE_TIMEOUT_MS = 5_000;

const nothing = (): void => undefined;

/**
 * For every knex: it writes to stdout, which belongs to answers, and what it has to say it throws as well; and it would put
 * the values of a statement, which are people's, into the messages of errors.
 */
export const QUIET_KNEX = {
  log: { debug: nothing, warn: nothing, error: nothing, deprecate: nothing },
  compileSqlOnError: false,
} satisfies Knex.Config;
