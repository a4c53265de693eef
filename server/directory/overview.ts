import type { UserSummary } from '../../shared/api/users.ts';
import type { UserRecord } from './record.ts';
import type { OverviewQuery, OverviewStore } from './store/overview-store.ts';
import type { Users } from './users.ts';

export type { OverviewQuery } from './store/overview-store.ts';

type Deps = { store: OverviewStore; users: Pick<Users, 'find' | 'groupsOf'> };

/** What people see of a company's users. */
export function createUserOverview({ store, users }: Deps) {
  async function summaries(companyId: string, records: UserRecord[]): Promise<UserSummary[]> {
    const groups = await users.groupsOf(
      companyId,
      records.map(({ id }) => id),
    );
    return records.map((record) => summaryOf(record, groups.get(record.id)?.map(({ display }) => display) ?? []));
  }

  return {
    async page(companyId: string, query: OverviewQuery): Promise<{ users: UserSummary[]; total: number }> {
      const { records, total } = await store.page(companyId, query);
      return { users: await summaries(companyId, records), total };
    },

    /** @throws DomainError 404. */
    async detail(companyId: string, id: string): Promise<{ user: UserSummary; resource: Record<string, unknown> }> {
      const record = await users.find(companyId, id);
      const [user = summaryOf(record, [])] = await summaries(companyId, [record]);
      return { user, resource: record.resource };
    },

    /** When the first account that is no test user was made since then (ISO 8601), or null. */
    firstOrdinaryAt: (companyId: string, since: string): Promise<string | null> =>
      store.firstOrdinaryAt(companyId, since),
  };
}

export type UserOverviews = ReturnType<typeof createUserOverview>;

function summaryOf(record: UserRecord, groups: string[]): UserSummary {
  const { displayName } = record.resource;
  return {
    id: record.id,
    userName: record.userName,
    displayName: typeof displayName === 'string' ? displayName : null,
    active: record.active,
    testUser: record.testKind !== null,
    groups,
  };
}
