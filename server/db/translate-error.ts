import { DomainError, UniqueViolation } from '../errors.ts';

/** Seconds after which a caller may try again when the store can not take a write. */
const RETRY_AFTER_SECONDS = 5;

/** SQLite's result codes for a store that can not answer now: none of them is the caller's fault. */
const UNAVAILABLE = new Set([
  'SQLITE_BUSY',
  'SQLITE_LOCKED',
  'SQLITE_FULL',
  'SQLITE_READONLY',
  'SQLITE_IOERR',
  'SQLITE_CANTOPEN',
]);

/**
 * What an error of the database means: a {@link UniqueViolation}, a 503 when the store is full, read-only, busy or away,
 * else the error itself.
 */
export function translateError(error: unknown): unknown {
  const unique = uniqueViolation(error);
  if (unique) return unique;
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

/** Whether another connection held the store for longer than the busy timeout. */
export function isBusy(error: unknown): boolean {
  const code = codeOf(error);
  return code === 'SQLITE_BUSY' || code === 'SQLITE_LOCKED';
}

function isUnavailable(error: unknown): boolean {
  const code = codeOf(error);
  return (code !== null && UNAVAILABLE.has(code)) || nameOf(error) === 'KnexTimeoutError';
}

/** SQLite says `UNIQUE constraint failed: table.column, table.column`. */
function uniqueViolation(error: unknown): UniqueViolation | null {
  if (!(error instanceof Error) || codeOf(error) !== 'SQLITE_CONSTRAINT') return null;
  const named = /UNIQUE constraint failed: (.+)$/.exec(error.message)?.[1];
  if (!named) return null;
  const places = named.split(', ').map((place) => place.split('.'));
  return new UniqueViolation(
    places[0]?.[0] ?? '',
    places.map((place) => place.at(-1) ?? ''),
    error,
  );
}

function codeOf(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error)) return null;
  return typeof error.code === 'string' ? error.code : null;
}

function nameOf(error: unknown): string | null {
  return error instanceof Error ? error.name : null;
}
