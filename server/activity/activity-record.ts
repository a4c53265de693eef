import type { RefusedCall } from '../../shared/setup/activity.ts';
import { notFound } from '../errors.ts';
import { hourOf, type ActivityFilter } from './activity-filter.ts';
import type { RecordedCall } from './call-row.ts';
import type { ActivityStore, HourCount } from './store.ts';
import { createSubscriptions } from './subscriptions.ts';
import { createWriteBehind } from './write-behind.ts';

export type { NewActivity, RecordedCall } from './call-row.ts';
export type { HourCount } from './store.ts';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const KEEP_REFUSED_DAYS = 1;
const MOST_CALLS = 10_000;
const MOST_ANSWERED = 1_000;

/** Where a reader goes on: after the last call that it has, or from a time (ISO 8601). */
export type ActivityCursor = { afterId: number } | { time: string };

type Deps = {
  store: ActivityStore;
  now: () => Date;
  onForeignChange: (listener: () => void) => unknown;
  /** What went wrong in the background, for the log. */
  onError: (error: unknown) => void;
};

/**
 * The record of inbound calls. Entries are gathered and stored off the request's path, so a crash may lose the last
 * moments of it; whoever watches a company is told after they are stored, in the order of their ids.
 */
export function createActivityRecord({ store, now, onForeignChange, onError }: Deps) {
  const subscriptions = createSubscriptions(store, onError);
  const refusedListeners = new Set<() => void>();
  const writes = createWriteBehind({ store, stored: subscriptions.deliver, storedRefused, onError });
  onForeignChange(subscriptions.deliver);

  function storedRefused(): void {
    for (const listener of refusedListeners) listener();
  }

  /**
   * Calls of a company, oldest first: those after an id, or the latest from a time on. Who subscribes first and then reads
   * misses none between the two.
   * @param limit at most 1,000.
   */
  async function since(companyId: string, cursor: ActivityCursor, limit: number): Promise<RecordedCall[]> {
    await subscriptions.started(companyId);
    const most = Math.min(limit, MOST_ANSWERED);
    if ('afterId' in cursor) return store.after(companyId, cursor.afterId, most);
    return store.latest(companyId, cursor.time, most);
  }

  /** Drops what is too old or too much. */
  async function sweep(): Promise<void> {
    const before = (days: number): string => new Date(now().getTime() - days * DAY_MS).toISOString();
    await store.sweep(
      { refusedBefore: before(KEEP_REFUSED_DAYS), callsBefore: ({ keepActivityDays }) => before(keepActivityDays) },
      MOST_CALLS,
    );
  }

  /** Calls by the hour, the present one included; every hour is there, oldest first. */
  async function hours(companyId: string, count: number): Promise<HourCount[]> {
    const all = hoursUntil(now(), count);
    const counted = new Map((await store.hours(companyId, all[0] ?? '')).map((entry) => [entry.hour, entry]));
    return all.map((hour) => counted.get(hour) ?? { hour, calls: 0, failures: 0 });
  }

  /** @throws DomainError 404. */
  async function find(companyId: string, id: number): Promise<NonNullable<Awaited<ReturnType<ActivityStore['byId']>>>> {
    const call = await store.byId(companyId, id);
    if (!call) throw notFound('Call');
    return call;
  }

  return {
    /** Notes a call of a company. Returns at once. */
    record: writes.add,
    /** Notes a call whose key nobody knows. Returns at once. */
    recordRefused: writes.addRefused,
    /** Stores everything noted so far, and tells the watchers. */
    flush: writes.flush,
    sweep,
    since,
    /** The latest calls of a company, oldest first. */
    latest: (companyId: string, limit: number): Promise<RecordedCall[]> => since(companyId, { time: '' }, limit),
    /** The latest calls of JumpCloud's connection tests from a time (ISO 8601) on, oldest first. */
    tests: (companyId: string, from: string, limit: number): Promise<RecordedCall[]> =>
      store.tests(companyId, from, Math.min(limit, MOST_ANSWERED)),
    /**
     * A page of calls that fit, newest first: those before an id, or the latest without one. Calls about a user that changed
     * nothing are among the latest of the company, which are all that are kept.
     */
    page: (companyId: string, filter: ActivityFilter, before: number | null, limit: number): Promise<RecordedCall[]> =>
      store.page(companyId, filter, { before, limit: Math.min(limit, MOST_ANSWERED), mostCalls: MOST_CALLS }),
    /** The id of the company's newest call, 0 when there is none. */
    lastId: (companyId: string): Promise<number> => store.lastId(companyId),
    find,
    hours,
    /** Calls back after refused calls were stored. Returns the function that ends it. */
    subscribeRefused: (listener: () => void): (() => void) => {
      refusedListeners.add(listener);
      return () => refusedListeners.delete(listener);
    },
    /** Refused calls, since a time, that carried a key with one of these fingerprints; oldest first. */
    refusedWith: (fingerprints: string[], from: string, limit = 50): Promise<RefusedCall[]> =>
      store.refusedWith(fingerprints, from, limit),
    /** Calls back for every call of the company stored from now on, by any process. Returns the function that ends it. */
    subscribe: subscriptions.add,
    /** Stores what is left. */
    close: async (): Promise<void> => {
      await writes.close();
      await subscriptions.close();
    },
  };
}

/** The hours that end with that of this moment, oldest first. */
function hoursUntil(moment: Date, count: number): string[] {
  return Array.from({ length: count }, (_, back) =>
    hourOf(new Date(moment.getTime() - (count - 1 - back) * HOUR_MS).toISOString()),
  );
}

export type ActivityRecord = ReturnType<typeof createActivityRecord>;
