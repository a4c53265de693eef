import type { Database } from '../../db/database.ts';
import { translating } from '../../db/translating.ts';
import { GROUP_TYPE } from '../../scim/schema/group.ts';
import { USER_TYPE } from '../../scim/schema/user.ts';
import type { Found, ListQuery, Page } from '../record.ts';
import { countOf } from './count.ts';
import { PAGE_BYTES } from './page-text.ts';
import { orderOf, pageBounds, selectionOf } from './selection.ts';
import type { Selection } from './selection.ts';
import { chunks } from './sql.ts';

/** Where a resource is. */
type Hit = { type: Found['type']; id: string };

export type SearchStore = ReturnType<typeof createSearchStore>;

/** SQL of lists that hold users and groups. */
export function createSearchStore({ read, selectLong, dialect }: Pick<Database, 'read' | 'selectLong' | 'dialect'>) {
  return translating({
    /** One page of what fits, of both types in one order, and how many fit in all; no more than fills a page is on it. */
    async page(companyId: string, query: ListQuery): Promise<Page<Hit>> {
      const selections = [
        selectionOf(dialect, USER_TYPE, companyId, query, [GROUP_TYPE]),
        selectionOf(dialect, GROUP_TYPE, companyId, query, [USER_TYPE]),
      ];
      const found = query.limit === 0 ? [] : await hits(selectLong, selections, query);
      const records = asManyAsFit(found, await sizesOf({ read, dialect }, companyId, found), query);
      const isFull = records.length < found.length || found.length === query.limit;
      return { records, isFull, total: await countAll(selectLong, selections) };
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

/** About what one member takes in the text of a group. */
const MEMBER_BYTES = 150;

/** How many bytes the resources take as text, about, by their ids. */
async function sizesOf(
  { read, dialect }: Pick<Database, 'read' | 'dialect'>,
  companyId: string,
  found: readonly Hit[],
): Promise<Map<string, number>> {
  const members = 'SELECT count(*) FROM group_members m WHERE m.company_id = r.company_id AND m.group_id = r.id';
  const sizes = {
    User: { table: 'users', bytes: dialect.bytes('r.document') },
    Group: { table: 'groups', bytes: `${dialect.bytes('r.document')} + ${MEMBER_BYTES} * (${members})` },
  };
  const byId = new Map<string, number>();
  for (const type of ['User', 'Group'] as const) {
    const { table, bytes } = sizes[type];
    for (const ids of chunks(found.filter((hit) => hit.type === type).map(({ id }) => id))) {
      const rows = await read(`${table} as r`)
        .where({ company_id: companyId })
        .whereIn('id', ids)
        .select<{ id: string; bytes: number }[]>('id', read.raw(`${bytes} AS bytes`));
      for (const row of rows) byId.set(row.id, row.bytes);
    }
  }
  return byId;
}

/** From where the reading begins, until a page is full; one of them whatever its size. */
function asManyAsFit(found: readonly Hit[], sizes: ReadonlyMap<string, number>, { from }: ListQuery): Hit[] {
  const backward = 'before' in from;
  const fitting: Hit[] = [];
  let bytes = 0;
  for (const hit of backward ? [...found].reverse() : found) {
    if (bytes >= PAGE_BYTES) break;
    fitting.push(hit);
    bytes += sizes.get(hit.id) ?? 0;
  }
  return backward ? fitting.reverse() : fitting;
}

async function countAll(select: Select, selections: Selection[]): Promise<number> {
  let total = 0;
  for (const selection of selections) total += await countOf(select, selection);
  return total;
}
