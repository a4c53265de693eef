import { DomainError } from '../errors.ts';
import { isPostgresUnavailable, postgresRefusedValue, postgresUniqueViolation } from './postgres-errors.ts';
import { isSqliteUnavailable, sqliteUniqueViolation } from './sqlite-errors.ts';

/** Seconds after which a caller may try again when the store can not take a write. */
const RETRY_AFTER_SECONDS = 5;

/**
 * What an error of the database means: a {@link UniqueViolation}, a 400 for a value that it cannot take, a 503 when it is full,
 * read-only, busy or away, else the error itself.
 */
export function translateError(error: unknown): unknown {
  const refused = sqliteUniqueViolation(error) ?? postgresUniqueViolation(error) ?? postgresRefusedValue(error);
  if (refused) return refused;
  if (!isUnavailable(error)) return error;
  return new DomainError(503, 'The store can not take this request now. Try again in a few seconds.', {
    reason: 'unavailable',
    retryAfterSeconds: RETRY_AFTER_SECONDS,
    cause: error,
  });
}

/** Runs store code and translates what it throws: the one way in which a store lets errors out. */
export async function translated<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    throw translateError(error);
  }
}

/** Whether it is nobody's fault: the store can not answer now. */
export function isUnavailable(error: unknown): boolean {
  return isSqliteUnavailable(error) || isPostgresUnavailable(error) || isPoolTimeout(error);
}

/** No connection became free in time. */
function isPoolTimeout(error: unknown): boolean {
  return error instanceof Error && error.name === 'KnexTimeoutError';
}
