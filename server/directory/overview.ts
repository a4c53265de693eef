import type { UserSummary } from '../../shared/api/users.ts';
import type { OverviewQuery, OverviewStore } from './store/overview-store.ts';
import { summaryOf } from './user-summary.ts';
import type { Users } from './users.ts';

export type { OverviewQuery } from './store/overview-store.ts';

type Deps = { store: OverviewStore; users: Pick<Users, 'find'> };

/** What people see of a company's users. */
export function createUserOverview({ store, users }: Deps) {
  return {
    async page(companyId: string, query: OverviewQuery): Promise<{ users: UserSummary[]; total: number }> {
      const { records, total } = await store.page(companyId, query);
      return { users: records.map(summaryOf), total };
    },

    /** @throws DomainError 404. */
    async detail(companyId: string, id: string): Promise<{ user: UserSummary; resource: Record<string, unknown> }> {
      const record = await users.find(companyId, id);
      return { user: summaryOf(record), resource: record.resource };
    },

    /** When the first account that is no test user was made since then (ISO 8601), or null. */
    firstOrdinaryAt: (companyId: string, since: string): Promise<string | null> =>
      store.firstOrdinaryAt(companyId, since),
  };
}

export type UserOverviews = ReturnType<typeof createUserOverview>;
