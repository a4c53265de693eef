import type { Knex } from 'knex';
import type { Database } from '../../db/database.ts';
import { translated } from '../../db/translate-error.ts';
import { translating } from '../../db/translating.ts';
import { conflict, UniqueViolation } from '../../errors.ts';
import { foldCase } from '../../scim/schema/fold.ts';
import { USER_TYPE } from '../../scim/schema/user.ts';
import type { Link, ListQuery, Page, UserRecord } from '../record.ts';
import { listRows } from './list.ts';
import { chunks } from './sql.ts';
import { fromUserRow, toEmailRows, toUserRow } from './user-row.ts';
import type { UserRow } from './user-row.ts';

/** Decides on a stored resource, within the transaction that holds it: the next one, or null to leave it as it is. */
type Decide<T> = (current: T) => Promise<T | null>;

export type UserStore = ReturnType<typeof createUserStore>;

/** SQL of users; every function takes the company first. Uniqueness is the database's: a violation is a 409. */
export function createUserStore(database: Database) {
  return translating({ ...reading(database), ...writing(database) });
}

function writing({ transaction }: Database) {
  return {
    /** Inserts the user; one of the same userName that `mayReplace` accepts goes first, in the same transaction. */
    async insert(companyId: string, user: UserRecord, mayReplace: (existing: UserRecord) => boolean): Promise<void> {
      await transaction(async (tx) => {
        const existing = await findUser(tx, companyId, { user_name_folded: foldCase(user.userName) });
        if (existing && mayReplace(existing)) await deleteUser(tx, companyId, existing.id, user.updatedAt);
        await refusingDouble(user, () => tx('users').insert(toUserRow(companyId, user)));
        await insertEmails(tx, companyId, user);
      });
    },

    /** Null when there is no such user; else how it was and how it is. */
    async change(companyId: string, id: string, decide: Decide<UserRecord>) {
      return transaction(async (tx) => {
        const before = await findUser(tx, companyId, { id }, 'locked');
        if (!before) return null;
        const after = await decide(before);
        if (after === null) return { before, after: before };
        await refusingDouble(after, () => tx('users').where(key(companyId, id)).update(toUserRow(companyId, after)));
        await tx('user_emails').where({ company_id: companyId, user_id: id }).delete();
        await insertEmails(tx, companyId, after);
        return { before, after };
      });
    },

    /** Deletes a user and its memberships; null when there is none. `guard` may refuse by throwing. */
    async remove(companyId: string, id: string, now: string, guard: (current: UserRecord) => void) {
      return transaction(async (tx) => {
        const current = await findUser(tx, companyId, { id }, 'locked');
        if (!current) return null;
        guard(current);
        await deleteUser(tx, companyId, id, now);
        return current;
      });
    },
  };
}

function reading({ read, dialect }: Database) {
  return {
    async find(companyId: string, id: string): Promise<UserRecord | null> {
      return findUser(read, companyId, { id });
    },

    async findByUserName(companyId: string, userName: string): Promise<UserRecord | null> {
      return findUser(read, companyId, { user_name_folded: foldCase(userName) });
    },

    /** Those of the ids that there are. */
    async findAll(companyId: string, ids: readonly string[]): Promise<UserRecord[]> {
      const records: UserRecord[] = [];
      for (const part of chunks(ids)) {
        const rows = await read('users').where({ company_id: companyId }).whereIn('id', part).select<UserRow[]>('*');
        records.push(...rows.map(fromUserRow));
      }
      return records;
    },

    async list(companyId: string, query: ListQuery): Promise<Page<UserRecord>> {
      const { records, total } = await listRows<UserRow>({ read, dialect }, companyId, USER_TYPE, query);
      return { records: records.map(fromUserRow), total };
    },

    /** The groups of each of the users, by the users' ids. */
    async groupsOf(companyId: string, userIds: readonly string[]): Promise<Map<string, Link[]>> {
      const links = new Map<string, Link[]>(userIds.map((id) => [id, []]));
      for (const ids of chunks(userIds)) {
        const rows = await read('group_members as m')
          .join('groups as g', (on) => on.on('g.company_id', 'm.company_id').andOn('g.id', 'm.group_id'))
          .where('m.company_id', companyId)
          .whereIn('m.user_id', ids)
          .orderBy(['m.user_id', 'm.group_id'])
          .select<{ user_id: string; id: string; display: string }[]>('m.user_id', 'g.id', 'g.display_name as display');
        for (const { user_id, id, display } of rows) links.get(user_id)?.push({ id, display });
      }
      return links;
    },

    /** Every user of the company, or all but test users, by userName. */
    async all(companyId: string, which: 'ordinary' | 'every'): Promise<UserRecord[]> {
      const query = read('users').where({ company_id: companyId }).orderBy('user_name_folded');
      if (which === 'ordinary') query.whereNull('test_kind');
      const rows = await query.select<UserRow[]>('*');
      return rows.map(fromUserRow);
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

function key(companyId: string, id: string): { company_id: string; id: string } {
  return { company_id: companyId, id };
}

async function findUser(
  db: Knex,
  companyId: string,
  by: { id: string } | { user_name_folded: string },
  lock: 'locked' | 'free' = 'free',
): Promise<UserRecord | null> {
  const query = db('users').where({ company_id: companyId, ...by });
  if (lock === 'locked') query.forUpdate();
  const row = await query.first<UserRow | undefined>('*');
  return row ? fromUserRow(row) : null;
}

/** Groups that lose a member change with it; its other rows go by the foreign keys. */
async function deleteUser(tx: Knex, companyId: string, id: string, now: string): Promise<void> {
  const memberships = tx('group_members').where({ company_id: companyId, user_id: id }).select('group_id');
  await tx('groups')
    .where({ company_id: companyId })
    .whereIn('id', memberships)
    .update({ version: tx.raw('version + 1'), updated_at: now });
  await tx('users').where(key(companyId, id)).delete();
}

async function insertEmails(tx: Knex, companyId: string, user: UserRecord): Promise<void> {
  for (const rows of chunks(toEmailRows(companyId, user))) await tx('user_emails').insert(rows);
}

async function refusingDouble(user: UserRecord, run: () => Promise<unknown>): Promise<void> {
  try {
    await translated(run);
  } catch (error) {
    if (!(error instanceof UniqueViolation)) throw error;
    const detail = `A user with the userName ${user.userName} exists already. Look it up and update it, or use another one.`;
    throw conflict(detail, { reason: 'user-exists', cause: error });
  }
}
