import { type DomainError, invalid, UniqueViolation } from '../errors.ts';
import { codeOf } from './error-code.ts';

/**
 * SQLSTATE classes and codes (PostgreSQL appendix A) of a database that can not answer now: connections, who may not or no longer
 * come in, resources, shutting down or starting up, read-only, and transactions that met others again and again.
 */
const UNAVAILABLE = /^(08...|28...|3D000|53...|57P0[1-5]|58...|25006|25P03|55P03|57014|40001|40P01)$/;

/** What the network says of a database that is away. */
const NETWORK = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH']);

/** The driver's own words for a connection that is gone; they have no code. */
const GONE =
  /^(.* - )?(Connection terminated|Query read timeout|timeout expired|timeout exceeded when trying to connect|Client has encountered)/;

export function isPostgresUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = codeOf(error);
  if (code !== null) return UNAVAILABLE.test(code) || NETWORK.has(code);
  return GONE.test(error.message);
}

/** Whether PostgreSQL ended a transaction because of another one, so that running it again may succeed. */
export function isTransient(error: unknown): boolean {
  const code = codeOf(error);
  return code === '40001' || code === '40P01';
}

/** PostgreSQL says `Key (column, column)=(value, value) already exists.` */
export function postgresUniqueViolation(error: unknown): UniqueViolation | null {
  if (!(error instanceof Error) || codeOf(error) !== '23505') return null;
  const { table, detail } = error as Error & { table?: string; detail?: string };
  const columns = /^Key \(([^)]*)\)=/.exec(detail ?? '')?.[1] ?? '';
  return new UniqueViolation(table ?? '', columns === '' ? [] : columns.split(', '), withoutValues(error));
}

/** What each index over values of clients is made of; one of names holds both, so that lists are read from it alone. */
const INDEXED: Readonly<Record<string, string>> = {
  users_user_name: 'userName and displayName together are',
  users_display_name: 'displayName is',
  users_external_id: 'externalId is',
  user_emails_value: 'the value of one of the emails is',
  groups_display_name: 'displayName is',
  groups_external_id: 'externalId is',
};
const SOME_INDEX = 'one of userName, displayName, externalId and the values of emails is';

/** Less than fits into a row of an index (2,704 bytes) beside the ids that each of them has. */
const INDEXED_BYTES = 2_500;

/**
 * A 400 for a value that PostgreSQL cannot take, wherever it got to a statement unseen: SQLite takes most of them, and they
 * are no fault of ours. Of one that is too long for an index it names the index, unless it is longer than any row may be.
 */
export function postgresRefusedValue(error: unknown): DomainError | null {
  if (!(error instanceof Error)) return null;
  const refusal = refusalOf(codeOf(error), error.message);
  return refusal === null ? null : invalid('invalidValue', refusal, { cause: withoutValues(error) });
}

function refusalOf(code: string | null, message: string): string | null {
  if (code === '22021' || code === '22P05')
    return 'A text holds a NUL or half a surrogate pair, which cannot be stored.';
  if (code === '22003') return 'A number is greater than any that can be stored.';
  if (code !== '54000') return null;
  const what = INDEXED[/index "([^"]*)"/.exec(message)?.[1] ?? ''] ?? SOME_INDEX;
  return `Too long to be looked up by: ${what} longer than ${INDEXED_BYTES} bytes, which always fit.`;
}

/** The error without what PostgreSQL quotes of the row: those are people's names and addresses. */
function withoutValues(error: Error): Error {
  return Object.assign(error, { detail: undefined, where: undefined });
}
