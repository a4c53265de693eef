import type { Knex } from 'knex';
import type { Database } from '../../db/database.ts';
import { translating } from '../../db/translating.ts';
import { foldCase } from '../../scim/schema/fold.ts';
import type { UserRecord } from '../record.ts';
import { fromUserRow, userColumns, type UserRow } from './user-row.ts';

/** Which users of a company, for people: part of a name, a state, with or without test users. `offset` is from 0. */
export type OverviewQuery = {
  search: string | null;
  active: boolean | null;
  includeTestUsers: boolean;
  offset: number;
  limit: number;
};

export type OverviewStore = ReturnType<typeof createOverviewStore>;

/** SQL of what people see of a company's users. */
export function createOverviewStore({ read, dialect }: Pick<Database, 'read' | 'dialect'>) {
  return translating({
    /** In the order of their userNames. */
    async page(companyId: string, query: OverviewQuery): Promise<{ records: UserRecord[]; total: number }> {
      const matching = () => narrow(read('users as r').where('company_id', companyId), query);
      const page = matching().orderBy('user_name_folded').offset(query.offset).limit(query.limit);
      const rows = await page.select<UserRow[]>(read.raw(userColumns(dialect)));
      const counted = await matching().count({ total: '*' }).first<{ total: number | string }>();
      return { records: rows.map(fromUserRow), total: Number(counted.total) };
    },

    /** The creation of the first ordinary account since then; the index on changes keeps older accounts out of it. */
    async firstOrdinaryAt(companyId: string, since: string): Promise<string | null> {
      const row = await read<UserRow>('users')
        .where('company_id', companyId)
        .where('updated_at', '>=', since)
        .where('created_at', '>=', since)
        .whereNull('test_kind')
        .min({ first: 'created_at' })
        .first<{ first: string | null }>();
      return row.first;
    },
  });
}

function narrow<Q extends Knex.QueryBuilder>(rows: Q, { search, active, includeTestUsers }: OverviewQuery): Q {
  if (!includeTestUsers) void rows.whereNull('test_kind');
  if (active !== null) void rows.where('active', active);
  if (search === null || search === '') return rows;
  const pattern = `%${foldCase(search).replace(/[\\%_]/g, '\\$&')}%`;
  void rows.where((either) => {
    void either
      .whereRaw("user_name_folded like ? escape '\\'", [pattern])
      .orWhereRaw("display_name_folded like ? escape '\\'", [pattern]);
  });
  return rows;
}
