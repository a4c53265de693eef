import { hasFailed, type ActivityKind } from '../../shared/setup/activity.ts';
import type { RecordedCall } from './call-row.ts';

/** Which calls are meant; null where anything fits. */
export type ActivityFilter = {
  kinds: readonly ActivityKind[] | null;
  outcome: 'failed' | 'answered' | null;
  /** Calls about this user, and parts of bulk requests, which are left out otherwise. */
  userId: string | null;
  /** Only what says something of what became of a user: changes, and attempts that failed. */
  history: boolean;
};

export const EVERY_CALL: ActivityFilter = { kinds: null, outcome: null, userId: null, history: false };

/** Whether a call fits; the same as the store's own look, for calls as they arrive. */
export function fits(call: RecordedCall, { kinds, outcome, userId, history }: ActivityFilter): boolean {
  if (kinds && !kinds.includes(call.kind)) return false;
  if (outcome && hasFailed(call) !== (outcome === 'failed')) return false;
  if (userId === null ? call.part : call.userId !== userId) return false;
  return !history || call.changed !== null || hasFailed(call);
}

/** The hour of a time (both ISO 8601). */
export function hourOf(time: string): string {
  return `${time.slice(0, 13)}:00:00.000Z`;
}
