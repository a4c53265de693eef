import type { Database } from '../../db/database.ts';
import { translating } from '../../db/translating.ts';
import { GROUP_TYPE } from '../../scim/schema/group.ts';
import { USER_TYPE } from '../../scim/schema/user.ts';
import type { Found, ListQuery, Page } from '../record.ts';
import { countOf } from './count.ts';
import { orderOf, pageBounds, selectionOf } from './selection.ts';
import type { Selection } from './selection.ts';

/** Where a resource is. */
type Hit = { type: Found['type']; id: string };

export type SearchStore = ReturnType<typeof createSearchStore>;

/** SQL of lists that hold users and groups. */
export function createSearchStore({ selectLong, dialect }: Pick<Database, 'selectLong' | 'dialect'>) {
  return translating({
    /** One page of what fits, of both types in one order, and how many fit in all. */
    async page(companyId: string, query: ListQuery): Promise<Page<Hit>> {
      const selections = [
        selectionOf(dialect, USER_TYPE, companyId, query, [GROUP_TYPE]),
        selectionOf(dialect, GROUP_TYPE, companyId, query, [USER_TYPE]),
      ];
      const records = query.limit === 0 ? [] : await hits(selectLong, selections, query);
      return { records, total: await countAll(selectLong, selections) };
    },
  });
}

type Select = Database['selectLong'];

async function hits(select: Select, selections: Selection[], query: ListQuery): Promise<Hit[]> {
  const { bound, offset, backward } = pageBounds(query);
  const parts = selections.map(({ table, where, sortKey }) => {
    const type = table === 'users' ? 'User' : 'Group';
    return `SELECT '${type}' AS type, r.id AS id, ${sortKey ?? 'NULL'} AS sort_key FROM ${table} r WHERE ${where.text}${bound.text}`;
  });
  const order = orderOf(query.sort === null ? null : 'sort_key', 'id', query, backward);
  const rows = await select<Hit>(
    `SELECT type, id FROM (${parts.join(' UNION ALL ')}) AS hits ORDER BY ${order} LIMIT ? OFFSET ?`,
    [...selections.flatMap(({ where }) => [...where.bindings, ...bound.bindings]), query.limit, offset],
  );
  return backward ? rows.reverse() : rows;
}

async function countAll(select: Select, selections: Selection[]): Promise<number> {
  let total = 0;
  for (const selection of selections) total += await countOf(select, selection);
  return total;
}
