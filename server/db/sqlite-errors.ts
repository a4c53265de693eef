import { UniqueViolation } from '../errors.ts';
import { codeOf } from './error-code.ts';

/** SQLite's result codes for a store that can not answer now: none of them is the caller's fault. */
const UNAVAILABLE = new Set([
  'SQLITE_BUSY',
  'SQLITE_LOCKED',
  'SQLITE_FULL',
  'SQLITE_READONLY',
  'SQLITE_IOERR',
  'SQLITE_CANTOPEN',
]);

export function isSqliteUnavailable(error: unknown): boolean {
  return UNAVAILABLE.has(codeOf(error) ?? '');
}

/** Whether another connection held the store for longer than the busy timeout. */
export function isBusy(error: unknown): boolean {
  const code = codeOf(error);
  return code === 'SQLITE_BUSY' || code === 'SQLITE_LOCKED';
}

/** Whether a row broke a rule of its table: the statement is void then, its transaction lives on. */
function isConstraint(error: unknown): boolean {
  return codeOf(error) === 'SQLITE_CONSTRAINT';
}

/** SQLite says `UNIQUE constraint failed: table.column, table.column`. */
export function sqliteUniqueViolation(error: unknown): UniqueViolation | null {
  if (!(error instanceof Error) || !isConstraint(error)) return null;
  const named = /UNIQUE constraint failed: (.+)$/.exec(error.message)?.[1];
  if (!named) return null;
  const places = named.split(', ').map((place) => place.split('.'));
  return new UniqueViolation(
    places[0]?.[0] ?? '',
    places.map((place) => place.at(-1) ?? ''),
    error,
  );
}
