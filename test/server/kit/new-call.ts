import type { NewActivity } from '../../../server/activity/activity-record.ts';

/** A call to be recorded as if it had arrived: a list that was answered, but for what the test says of it. */
export function newCall(what: Partial<NewActivity>): NewActivity {
  return {
    time: '2026-03-01T00:00:00.000Z',
    method: 'GET',
    route: '/Users',
    status: 200,
    scimType: null,
    kind: 'list',
    reason: null,
    domain: null,
    keyLast4: null,
    userId: null,
    changed: null,
    part: false,
    details: null,
    durationMs: 1,
    ...what,
  };
}
