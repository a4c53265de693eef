import type { ListedUser } from '../../shared/api/users.ts';
import { createCounted } from './counted.ts';
import type { RemovedUser, UserRecord } from './record.ts';
import type { OverviewQuery, OverviewStore, UserCounts } from './store/overview-store.ts';
import type { RemovedStore } from './store/removed-store.ts';
import { summaryOf } from './user-summary.ts';
import type { Users } from './users.ts';

export type { OverviewQuery, UserCounts } from './store/overview-store.ts';

type Deps = {
  store: OverviewStore;
  removed: RemovedStore;
  users: Pick<Users, 'find' | 'findAll'>;
  now: () => Date;
};

/** A page of users; `next` and `previous` name the users where the neighbouring pages begin. `total` is null for a search. */
export type UserPage = { users: ListedUser[]; next: string | null; previous: string | null; total: number | null };

const DAY_MS = 86_400_000;

/** What people see of a company's users, those included that were kept after JumpCloud deleted them. */
export function createUserOverview({ store, removed, users, now }: Deps) {
  const counts = createCounted((companyId) => store.counts(companyId));

  async function listed(companyId: string, { state }: OverviewQuery, ids: string[]): Promise<ListedUser[]> {
    const found =
      state === 'removed'
        ? (await removed.findAll(companyId, ids)).map(listedRemoved)
        : (await users.findAll(companyId, ids)).map(listedPresent);
    const byId = new Map(found.map((user) => [user.id, user]));
    return ids.flatMap((id) => byId.get(id) ?? []);
  }

  return {
    counts,

    /** @throws DomainError 404 when the user where the page begins is gone. */
    async page(companyId: string, query: OverviewQuery): Promise<UserPage> {
      const ids = await store.ids(companyId, query);
      const goesOn = ids.length > query.limit;
      const backward = query.from !== null && 'before' in query.from;
      const shown = backward ? ids.slice(-query.limit) : ids.slice(0, query.limit);
      const [first = null, last = null] = [shown[0], shown.at(-1)];
      const isFirst = backward ? !goesOn : query.from === null;
      return {
        users: await listed(companyId, query, shown),
        next: backward || goesOn ? last : null,
        previous: isFirst ? null : first,
        total: query.search ? null : totalOf(await counts(companyId), query.state),
      };
    },

    /** @throws DomainError 404. */
    async detail(companyId: string, id: string): Promise<{ user: ListedUser; resource: Record<string, unknown> }> {
      const kept = await removed.find(companyId, id);
      if (kept) return { user: listedRemoved(kept), resource: kept.resource };
      const record = await users.find(companyId, id);
      return { user: listedPresent(record), resource: record.resource };
    },

    /** Drops accounts that were kept for longer than the company wants. */
    async sweep(companyId: string, keepDays: number | null): Promise<void> {
      if (keepDays === null) return;
      await removed.purge(companyId, new Date(now().getTime() - keepDays * DAY_MS).toISOString());
    },

    /** When the first account that is no test user was made since then (ISO 8601), or null. */
    firstOrdinaryAt: (companyId: string, since: string): Promise<string | null> =>
      store.firstOrdinaryAt(companyId, since),
  };
}

export type UserOverviews = ReturnType<typeof createUserOverview>;

function totalOf(counts: UserCounts, state: OverviewQuery['state']): number {
  return state === 'present' ? counts.active + counts.suspended : counts[state];
}

function listedPresent(user: UserRecord): ListedUser {
  return { ...summaryOf(user), removedAt: null };
}

function listedRemoved({ id, userName, resource, removedAt }: RemovedUser): ListedUser {
  const { displayName } = resource;
  return {
    id,
    userName,
    displayName: typeof displayName === 'string' ? displayName : null,
    active: false,
    testUser: false,
    groups: [],
    removedAt,
  };
}
