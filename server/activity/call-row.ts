import type { Activity } from '../../shared/setup/activity.ts';
import type { CallDetails, CallEffect } from '../../shared/setup/call-details.ts';
import type { GivenRow } from '../db/database.ts';

/**
 * A call as it is kept. A `part` is what one operation of a bulk request did to a user: it is in that user's history, beside the
 * row of the request itself, which alone counts as a call.
 */
export type RecordedCall = Activity & CallEffect & { part: boolean };
/** A call that is not stored yet. */
export type NewActivity = Omit<RecordedCall, 'id'> & { details: CallDetails | null };

/** A row of `activity`. */
export type Row = {
  id: number;
  company_id: string;
  time: string;
  method: string;
  route: string;
  status: number;
  scim_type: string | null;
  kind: Activity['kind'];
  reason: Activity['reason'];
  domain: string | null;
  key_last4: string | null;
  duration_ms: number;
  user_id: string | null;
  changed: string | null;
  details: string | null;
  part: number;
};

/** `details`: those of the call, as they are stored. Lists and objects become texts where they are stored. */
export function toColumns(companyId: string, entry: NewActivity, details: GivenRow[string]): GivenRow {
  return {
    company_id: companyId,
    time: entry.time,
    method: entry.method,
    route: entry.route,
    status: entry.status,
    scim_type: entry.scimType,
    kind: entry.kind,
    reason: entry.reason,
    domain: entry.domain,
    key_last4: entry.keyLast4,
    duration_ms: entry.durationMs,
    user_id: entry.userId,
    changed: entry.changed,
    details,
    part: entry.part ? 1 : 0,
  };
}

/** The call as it was, but for its details. */
export function fromRow(row: Row): RecordedCall {
  return {
    id: row.id,
    time: row.time,
    method: row.method,
    route: row.route,
    status: row.status,
    scimType: row.scim_type,
    kind: row.kind,
    reason: row.reason,
    domain: row.domain,
    keyLast4: row.key_last4,
    durationMs: row.duration_ms,
    userId: row.user_id,
    changed: fromJson(row.changed) as string[] | null,
    part: row.part === 1,
  };
}

function fromJson(text: string | null): unknown {
  return text === null ? null : JSON.parse(text);
}
