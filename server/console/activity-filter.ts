import type { Activity, ActivityKind } from '../../shared/setup/activity.ts';
import { isExpectedMiss } from '../../shared/texts/activity-sentence.ts';

/** What the activity page can be narrowed to. */
export const ACTIVITY_FILTERS = ['all', 'failed', 'users', 'groups', 'tests', 'lookups'] as const;
export type ActivityFilter = (typeof ACTIVITY_FILTERS)[number];

const KINDS: Record<Exclude<ActivityFilter, 'all' | 'failed'>, ActivityKind[]> = {
  users: ['create', 'update', 'suspend', 'reactivate', 'delete'],
  groups: ['group', 'test-group'],
  tests: ['test-user-create', 'test-user-update', 'test-user-delete', 'test-group', 'discovery'],
  lookups: ['lookup', 'list', 'read'],
};

/** Whether a call failed; an expected miss did not. */
export function failed(call: Activity): boolean {
  return call.status >= 400 && !isExpectedMiss(call);
}

/** Whether a call is among those that the filter shows. */
export function passes(call: Activity, filter: ActivityFilter): boolean {
  if (filter === 'all') return true;
  return filter === 'failed' ? failed(call) : KINDS[filter].includes(call.kind);
}
