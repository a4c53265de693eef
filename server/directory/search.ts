import type { Found, ListQuery, Page } from './record.ts';
import type { GroupStore } from './store/group-store.ts';
import type { SearchStore } from './store/search-store.ts';
import type { UserStore } from './store/user-store.ts';

export type Search = ReturnType<typeof createSearch>;

type Deps = { store: SearchStore; userStore: UserStore; groupStore: GroupStore };

/** Users and groups of a company in one list, by one filter and in one order (RFC 7644 section 3.4.2.1). */
export function createSearch({ store, userStore, groupStore }: Deps) {
  return {
    /** Throws 400 invalidFilter and invalidPath for attributes that neither type has. */
    async list(companyId: string, query: ListQuery): Promise<Page<Found>> {
      const { records, total, isFull } = await store.page(companyId, query);
      const idsOf = (type: Found['type']) => records.filter((record) => record.type === type).map(({ id }) => id);
      const users = new Map((await userStore.findAll(companyId, idsOf('User'))).map((record) => [record.id, record]));
      const groups = new Map(
        (await groupStore.findAll(companyId, idsOf('Group'))).map((record) => [record.id, record]),
      );
      const found = records.flatMap(({ type, id }): Found[] => {
        const user = type === 'User' ? users.get(id) : undefined;
        if (user) return [{ type: 'User', record: user }];
        const group = type === 'Group' ? groups.get(id) : undefined;
        return group ? [{ type: 'Group', record: group }] : [];
      });
      return { records: found, total, isFull };
    },
  };
}
