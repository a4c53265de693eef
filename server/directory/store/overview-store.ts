import type { Knex } from 'knex';
import type { UserListState } from '../../../shared/api/users.ts';
import type { Database } from '../../db/database.ts';
import { translating } from '../../db/translating.ts';
import { DomainError } from '../../errors.ts';
import { foldCase } from '../../scim/schema/fold.ts';
import { leastIdOf } from '../id.ts';
import type { UserRow } from './user-row.ts';

/**
 * Which users of a company, for people: part of a name, a state, and where the page begins: behind or before a user of the
 * same list. Null where anything fits.
 */
export type OverviewQuery = {
  search: string | null;
  state: UserListState;
  from: { after: string } | { before: string } | null;
  limit: number;
};

export type UserCounts = { active: number; suspended: number; test: number; removed: number };

export type OverviewStore = ReturnType<typeof createOverviewStore>;

/** SQL of what people see of a company's users. */
export function createOverviewStore({ read }: Pick<Database, 'read'>) {
  return translating({
    /**
     * Ids in the order of their userNames. Only columns of one index are looked at, so that rare matches among many users are
     * found without reading their rows. One more than the limit is answered where there is one.
     * @throws DomainError 404 when the user where the page begins is gone.
     */
    async ids(companyId: string, query: OverviewQuery): Promise<string[]> {
      const table = query.state === 'removed' ? 'removed_users' : 'users';
      const rows = narrow(read<UserRow>(table).where('company_id', companyId), query);
      // Of those that are there no two have the same name, and no index of all that is looked at ends with the id.
      const order = query.state === 'removed' ? ['user_name_folded', 'id'] : ['user_name_folded'];
      const backward = query.from !== null && 'before' in query.from;
      if (query.from) {
        const anchor = await anchorOf(read(table).select(order), companyId, query.from);
        const places = order.map(() => '?').join(', ');
        void rows.whereRaw(`(${order.join(', ')}) ${backward ? '<' : '>'} (${places})`, anchor);
      }
      const found = await rows
        .orderBy(order.map((column) => ({ column, order: backward ? ('desc' as const) : ('asc' as const) })))
        .limit(query.limit + 1)
        .pluck<string[]>('id');
      return backward ? found.reverse() : found;
    },

    /** How many users there are of each state; each number is counted in an index. */
    async counts(companyId: string): Promise<UserCounts> {
      const users = () => read('users').where('company_id', companyId);
      const [active, every, test, activeTest, removed] = await Promise.all([
        countOf(users().where('active', true)),
        countOf(users()),
        countOf(users().whereNotNull('test_kind')),
        countOf(users().whereNotNull('test_kind').where('active', true)),
        countOf(read('removed_users').where('company_id', companyId)),
      ]);
      const ordinaryActive = active - activeTest;
      return { active: ordinaryActive, suspended: every - test - ordinaryActive, test, removed };
    },

    /**
     * The creation of the first ordinary account since then (ISO 8601). Ids tell where to look; they may be ahead of the time, as
     * after a clock that went wrong.
     */
    async firstOrdinaryAt(companyId: string, since: string): Promise<string | null> {
      const row = await read<UserRow>('users')
        .where('company_id', companyId)
        .where('id', '>=', leastIdOf(new Date(since)))
        .where('created_at', '>=', since)
        .whereNull('test_kind')
        .orderBy('id')
        .first<{ created_at: string } | undefined>('created_at');
      return row?.created_at ?? null;
    },
  });
}

/** Where a user is in the order, by the columns that are selected. */
async function anchorOf(
  table: Knex.QueryBuilder,
  companyId: string,
  from: { after: string } | { before: string },
): Promise<string[]> {
  const id = 'after' in from ? from.after : from.before;
  const row = await table.where({ company_id: companyId, id }).first<Record<string, string> | undefined>();
  if (!row)
    throw new DomainError(404, 'The user where this page begins is not there any more; begin with the first page.');
  return Object.values(row);
}

async function countOf(rows: Knex.QueryBuilder): Promise<number> {
  const counted = await rows.count({ total: '*' }).first<{ total: number | string }>();
  return Number(counted.total);
}

function narrow<Q extends Knex.QueryBuilder>(rows: Q, { search, state }: OverviewQuery): Q {
  if (state === 'test') void rows.whereNotNull('test_kind');
  else if (state !== 'removed') void rows.whereNull('test_kind');
  if (state === 'active' || state === 'suspended') void rows.where('active', state === 'active');
  if (search === null || search === '') return rows;
  const pattern = `%${foldCase(search).replace(/[\\%_]/g, '\\$&')}%`;
  void rows.where((either) => {
    void either
      .whereRaw("user_name_folded like ? escape '\\'", [pattern])
      .orWhereRaw("display_name_folded like ? escape '\\'", [pattern]);
  });
  return rows;
}
