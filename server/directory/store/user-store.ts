import { isStorable } from '../../../shared/storable.ts';
import type { Database } from '../../db/database.ts';
import { translating } from '../../db/translating.ts';
import { foldCase } from '../../scim/schema/fold.ts';
import { USER_TYPE } from '../../scim/schema/user.ts';
import type { UserRecord } from '../record.ts';
import { createListTexts } from './list.ts';
import { createRuler } from './ruler.ts';
import type { Ruler } from './ruler.ts';
import { createSharedRuler } from './shared-ruler.ts';
import { chunks } from './sql.ts';
import { fromUserRow, groupsOfUser, userColumns } from './user-row.ts';
import type { UserRow } from './user-row.ts';
import { writingUsers } from './user-writes.ts';

export type UserStore = ReturnType<typeof createUserStore>;

/** SQL of users; every function takes the company first. Uniqueness is the database's: a violation is a 409. */
export function createUserStore(database: Database, now: () => Date) {
  const ruler = database.dialect.name === 'sqlite' ? createRuler(database) : createSharedRuler({ ...database, now });
  const reads = reading(database, ruler);
  const writes = writingUsers({ ...reads, ...database, ruler });
  return translating({ ...reads, ...writes });
}

function reading({ read, select, selectOne, selectLong, dialect }: Database, ruler: Ruler) {
  const columns = userColumns(dialect);
  const list = createListTexts({
    select,
    selectLong,
    dialect,
    ruler,
    type: USER_TYPE,
    links: groupsOfUser,
    manyLinks: false,
  });

  const findOne = async (column: 'r.id' | 'r.user_name_folded', companyId: string, value: string) => {
    if (!isStorable(value)) return null;
    const sql = `SELECT ${columns} FROM users r WHERE r.company_id = ? AND ${column} = ?`;
    const row = await selectOne<UserRow>(sql, [companyId, value]);
    return row ? fromUserRow(row) : null;
  };

  return {
    find: (companyId: string, id: string): Promise<UserRecord | null> => findOne('r.id', companyId, id),

    findByUserName: (companyId: string, userName: string): Promise<UserRecord | null> =>
      findOne('r.user_name_folded', companyId, foldCase(userName)),

    /** Those of the ids that there are. */
    async findAll(companyId: string, ids: readonly string[]): Promise<UserRecord[]> {
      const records: UserRecord[] = [];
      for (const part of chunks(ids)) {
        const query = read('users as r').where({ company_id: companyId }).whereIn('id', part);
        records.push(...(await query.select<UserRow[]>(read.raw(columns))).map(fromUserRow));
      }
      return records;
    },

    list,

    /** Every user of the company, or all but test users, by userName. */
    async all(companyId: string, which: 'ordinary' | 'every'): Promise<UserRecord[]> {
      const query = read('users as r').where({ company_id: companyId }).orderBy('user_name_folded');
      if (which === 'ordinary') void query.whereNull('test_kind');
      return (await query.select<UserRow[]>(read.raw(columns))).map(fromUserRow);
    },

    /** The ids of test users that were created before. */
    async testUsersBefore(companyId: string, createdBefore: string): Promise<string[]> {
      const rows = await read('users')
        .where({ company_id: companyId })
        .whereNotNull('test_kind')
        .where('created_at', '<', createdBefore)
        .select<{ id: string }[]>('id');
      return rows.map(({ id }) => id);
    },
  };
}
