import type { RefusalReason } from '../shared/setup/activity.ts';

/** `scimType` values of RFC 7644 table 9, and RFC 9865's. */
export type ScimType =
  | 'invalidFilter'
  | 'tooMany'
  | 'uniqueness'
  | 'mutability'
  | 'invalidSyntax'
  | 'invalidPath'
  | 'noTarget'
  | 'invalidValue'
  | 'invalidVers'
  | 'sensitive'
  | 'invalidCursor'
  | 'expiredCursor'
  | 'invalidCount';

type DomainErrorOptions = {
  scimType?: ScimType;
  /** Why, for the activity record and the diagnosis. */
  reason?: RefusalReason;
  /** The domain that the refusal speaks of. */
  domain?: string;
  retryAfterSeconds?: number;
  /** A name for programs in problem+json, such as `session-expired`. */
  code?: string;
  /** Every issue of a body or query under /api that breaks its rules. */
  issues?: Issue[];
  cause?: unknown;
};

/** One broken rule of a body or query: `path` is where, such as `scopes.0`. */
export type Issue = { path: string; message: string };

/**
 * A refusal that its reader can act on: `status` is the HTTP status that it becomes, `detail` a sentence that says what is
 * wrong, where, and what to do. Anything else that is thrown is a fault of ours and answers 500 without its message.
 */
export class DomainError extends Error {
  readonly status: number;
  readonly detail: string;
  readonly scimType: ScimType | null;
  readonly reason: RefusalReason | null;
  readonly domain: string | null;
  readonly retryAfterSeconds: number | null;
  readonly code: string | null;
  readonly issues: Issue[] | null;

  constructor(status: number, detail: string, options: DomainErrorOptions = {}) {
    super(detail, { cause: options.cause });
    this.name = 'DomainError';
    this.status = status;
    this.detail = detail;
    this.scimType = options.scimType ?? null;
    this.reason = options.reason ?? null;
    this.domain = options.domain ?? null;
    this.retryAfterSeconds = options.retryAfterSeconds ?? null;
    this.code = options.code ?? null;
    this.issues = options.issues ?? null;
  }
}

/** 404: there is no such thing for this caller. */
export function notFound(what: string): DomainError {
  return new DomainError(404, `${what} not found.`);
}

/** 400 with a SCIM type: the request asks for something that cannot be. */
export function invalid(
  scimType: ScimType,
  detail: string,
  options: Omit<DomainErrorOptions, 'scimType'> = {},
): DomainError {
  return new DomainError(400, detail, { reason: 'invalid', ...options, scimType });
}

/** 409: something with that name is there already. */
export function conflict(detail: string, options: Omit<DomainErrorOptions, 'scimType'> = {}): DomainError {
  return new DomainError(409, detail, { ...options, scimType: 'uniqueness' });
}

/** A write met a row that has to be unique. `columns` are as the database names them, without their table. */
export class UniqueViolation extends Error {
  readonly table: string;
  readonly columns: string[];

  constructor(table: string, columns: string[], cause: unknown) {
    super(`A row of ${table} with the same ${columns.join(', ')} exists.`, { cause });
    this.name = 'UniqueViolation';
    this.table = table;
    this.columns = columns;
  }
}
