/** What JumpCloud was doing with a call. */
export const ACTIVITY_KINDS = [
  'lookup',
  'list',
  'read',
  'test-user-create',
  'test-user-update',
  'test-user-delete',
  'test-group',
  'create',
  'update',
  'suspend',
  'reactivate',
  'delete',
  'group',
  'discovery',
  'refused',
] as const;
export type ActivityKind = (typeof ACTIVITY_KINDS)[number];

/** Kinds of calls by which JumpCloud tests a connection. */
export const TEST_KINDS = ['test-user-create', 'test-user-update', 'test-user-delete', 'test-group'] as const;

/** Why a call was refused, in our words: status and scimType alone do not tell the neighbours apart. */
export const REFUSAL_REASONS = [
  'key-revoked',
  'key-expired',
  'key-not-bearer',
  'scope-missing',
  'plan-not-eligible',
  'domain-not-allowed',
  'user-exists',
  'group-exists',
  'groups-off',
  'not-a-scim-path',
  'rate-limited',
  'unavailable',
  'server-error',
  'invalid',
] as const;
export type RefusalReason = (typeof REFUSAL_REASONS)[number];

/** One inbound call of a company, redacted: the route is a template, never the URL. */
export type Activity = {
  /** Grows with time; the cursor of the live stream. */
  id: number;
  /** ISO 8601. */
  time: string;
  method: string;
  route: string;
  status: number;
  scimType: string | null;
  kind: ActivityKind;
  reason: RefusalReason | null;
  /** The domain that a refusal speaks of; never a whole address. */
  domain: string | null;
  keyLast4: string | null;
  durationMs: number;
};

/** A 404 to a look-up is an answer, not a failure: JumpCloud asks before it creates and after it removes. */
export function isExpectedMiss({ status, reason, kind }: Pick<Activity, 'status' | 'reason' | 'kind'>): boolean {
  return status === 404 && reason === null && (kind === 'lookup' || kind === 'read');
}

/** Whether a call failed; an expected miss did not. */
export function hasFailed(call: Pick<Activity, 'status' | 'reason' | 'kind'>): boolean {
  return call.status >= 400 && !isExpectedMiss(call);
}

/**
 * A call that carried the key of a press and was none of the session's company: its key is unknown, or it is another
 * company's (`elsewhere`), of which no more is told.
 */
export type RefusedCall = {
  time: string;
  route: string;
  /** 404 where there is nothing at the path, whatever the key is. */
  status: number;
  fingerprint: string;
  elsewhere: boolean;
};
