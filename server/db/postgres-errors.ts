import { UniqueViolation } from '../errors.ts';
import { codeOf } from './error-code.ts';

/**
 * SQLSTATE classes and codes (PostgreSQL appendix A) of a database that can not answer now: connections, resources,
 * shutting down or starting up, read-only, and transactions that met others again and again.
 */
const UNAVAILABLE = /^(08...|53...|57P0[1-5]|58...|25006|25P03|55P03|57014|40001|40P01)$/;

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

/** The error without what PostgreSQL quotes of the row: those are people's names and addresses. */
function withoutValues(error: Error): Error {
  return Object.assign(error, { detail: undefined, where: undefined });
}
