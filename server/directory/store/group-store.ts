import type { Knex } from 'knex';
import type { Database } from '../../db/database.ts';
import type { Dialect } from '../../db/dialect.ts';
import { translated } from '../../db/translate-error.ts';
import { translating } from '../../db/translating.ts';
import type { JsonObject } from '../../../shared/scim/json.ts';
import { isStorable } from '../../../shared/storable.ts';
import { conflict, UniqueViolation } from '../../errors.ts';
import { foldCase } from '../../scim/schema/fold.ts';
import { GROUP_TYPE } from '../../scim/schema/group.ts';
import type { GroupRecord, Link, MemberChange } from '../record.ts';
import { createListTexts } from './list.ts';
import { changeMembers } from './member-rows.ts';
import { chunks } from './sql.ts';
import { parseDocument, searchDocument } from './user-row.ts';

type GroupRow = {
  id: string;
  display_name: string;
  external_id: string | null;
  document: string;
  version: number;
  created_at: string;
  updated_at: string;
};

/** The next state of a group and of its members, decided within the transaction that holds it. */
type GroupDecision = { next: GroupRecord; members: MemberChange[] };

export type GroupStore = ReturnType<typeof createGroupStore>;

/** SQL of groups and memberships; every function takes the company first. */
export function createGroupStore(database: Database) {
  return translating({ ...reading(database), ...writing(database) });
}

function writing({ transaction, dialect }: Database) {
  return {
    /** Inserts the group with its members; one of the same name that `mayReplace` accepts goes first. */
    async insert(companyId: string, group: GroupRecord, memberIds: string[], mayReplace: MayReplace): Promise<void> {
      await inTurnWithNamesakes(transaction, async (tx) => {
        await replaceNamesake(tx, companyId, group, mayReplace);
        await tx('groups').insert(toGroupRow(companyId, group));
        await changeMembers(dialect, tx, companyId, group.id, [{ kind: 'add', ids: memberIds }]);
      });
    },

    /**
     * Null when there is no such group. `decide` is not told the members: it names changes of them. `touch` gives the group
     * its next version when anything changed.
     */
    async change(
      companyId: string,
      id: string,
      decide: (current: GroupRecord) => GroupDecision,
      touch: (group: GroupRecord) => GroupRecord,
      mayReplace: (current: GroupRecord) => MayReplace,
    ) {
      return inTurnWithNamesakes(transaction, async (tx) => {
        const before = await findGroup(tx, companyId, { id }, 'locked');
        if (!before) return null;
        const { next, members } = decide(before);
        const membersChanged = await changeMembers(dialect, tx, companyId, id, members);
        if (next === before && !membersChanged) return { before, after: before };
        const after = touch(next);
        await replaceNamesake(tx, companyId, after, mayReplace(before));
        await tx('groups').where({ company_id: companyId, id }).update(toGroupRow(companyId, after));
        return { before, after };
      });
    },

    /** Deletes a group and its memberships; null when there is none. `guard` may refuse by throwing. */
    async remove(companyId: string, id: string, guard: (current: GroupRecord) => void) {
      return transaction(async (tx) => {
        const current = await findGroup(tx, companyId, { id }, 'locked');
        if (!current) return null;
        guard(current);
        await tx('groups').where({ company_id: companyId, id }).delete();
        return current;
      });
    },
  };
}

function reading({ read, select, selectLong, dialect }: Database) {
  return {
    async find(companyId: string, id: string): Promise<GroupRecord | null> {
      return findGroup(read, companyId, { id });
    },

    /** Those of the ids that there are. */
    async findAll(companyId: string, ids: readonly string[]): Promise<GroupRecord[]> {
      const records: GroupRecord[] = [];
      for (const part of chunks(ids)) {
        const rows = await read('groups').where({ company_id: companyId }).whereIn('id', part).select<GroupRow[]>('*');
        records.push(...rows.map(fromGroupRow));
      }
      return records;
    },

    list: createListTexts({
      select,
      selectLong,
      dialect,
      ruler: null,
      type: GROUP_TYPE,
      links: membersOfGroup,
      manyLinks: true,
    }),

    /** The members of each of the groups, by the groups' ids. */
    async membersOf(companyId: string, groupIds: readonly string[]): Promise<Map<string, Link[]>> {
      const links = new Map<string, Link[]>(groupIds.map((id) => [id, []]));
      for (const ids of chunks(groupIds)) {
        const rows = await read('group_members as m')
          .join('users as u', (on) => on.on('u.company_id', 'm.company_id').andOn('u.id', 'm.user_id'))
          .where('m.company_id', companyId)
          .whereIn('m.group_id', ids)
          .orderBy(['m.group_id', 'm.user_id'])
          .select<{ group_id: string; id: string; display: string }[]>(
            'm.group_id',
            'u.id',
            read.raw(`${displayOfMember(dialect)} as display`),
          );
        for (const row of rows) links.get(row.group_id)?.push({ id: row.id, display: row.display });
      }
      return links;
    },

    async hasMoreMembersThan(companyId: string, groupId: string, count: number): Promise<boolean> {
      const beyond = await read('group_members')
        .where({ company_id: companyId, group_id: groupId })
        .offset(count)
        .limit(1)
        .select<{ user_id: string }[]>('user_id');
      return beyond.length > 0;
    },
  };
}

/** What people call the user `u`. */
const displayOfMember = (dialect: Dialect): string =>
  `coalesce(${dialect.jsonAt('u.document', ['displayName'], 'text')}, u.user_name)`;

/** The members of a row `r` of `groups`. */
const membersOfGroup = (dialect: Dialect): string =>
  `SELECT u.id, ${displayOfMember(dialect)} AS display FROM group_members m
    JOIN users u ON u.company_id = m.company_id AND u.id = m.user_id
    WHERE m.company_id = r.company_id AND m.group_id = r.id ORDER BY u.id`;

/** Whether an existing group of the same name may go; `ordinaryMembers` is whether it has one that is no test user. */
type MayReplace = (existing: GroupRecord, ordinaryMembers: boolean) => boolean;

/** Makes room for a group's name. Throws 409 uniqueness when the one that has it may not go. */
async function replaceNamesake(tx: Knex, companyId: string, group: GroupRecord, mayReplace: MayReplace): Promise<void> {
  const existing = await findGroup(tx, companyId, { display_name_folded: foldCase(group.displayName) });
  if (!existing || existing.id === group.id) return;
  if (!mayReplace(existing, await hasOrdinaryMembers(tx, companyId, existing.id))) throw groupExists(group);
  // One that was changed meanwhile, by a member or another name, is looked at again.
  await tx('groups').where({ company_id: companyId, id: existing.id, version: existing.version }).delete();
}

async function hasOrdinaryMembers(tx: Knex, companyId: string, groupId: string): Promise<boolean> {
  const member = await tx('group_members as m')
    .join('users as u', (on) => on.on('u.company_id', 'm.company_id').andOn('u.id', 'm.user_id'))
    .where({ 'm.company_id': companyId, 'm.group_id': groupId })
    .whereNull('u.test_kind')
    .first<{ id: string } | undefined>('u.id');
  return member !== undefined;
}

async function findGroup(
  db: Knex,
  companyId: string,
  by: { id: string } | { display_name_folded: string },
  lock: 'locked' | 'free' = 'free',
): Promise<GroupRecord | null> {
  if (!Object.values(by).every(isStorable)) return null;
  const query = db('groups').where({ company_id: companyId, ...by });
  if (lock === 'locked') query.forUpdate();
  const row = await query.first<GroupRow | undefined>('*');
  return row ? fromGroupRow(row) : null;
}

function fromGroupRow(row: GroupRow): GroupRecord {
  let resource: JsonObject | null = null;
  return {
    id: row.id,
    document: row.document,
    get resource() {
      return (resource ??= parseDocument(row.document));
    },
    displayName: row.display_name,
    externalId: row.external_id,
    version: row.version,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}

function toGroupRow(companyId: string, group: GroupRecord): Record<string, string | number | null> {
  return {
    company_id: companyId,
    id: group.id,
    display_name: group.displayName,
    display_name_folded: foldCase(group.displayName),
    external_id: group.externalId,
    document: group.document,
    search: JSON.stringify(searchDocument(GROUP_TYPE, group)),
    version: group.version,
    created_at: group.createdAt,
    updated_at: group.updatedAt,
  };
}

/**
 * Runs a transaction again that met a group of its own name which was made meanwhile: it then finds that one, and replaces it or is
 * refused because of it.
 */
async function inTurnWithNamesakes<T>(
  transaction: Database['transaction'],
  work: (tx: Knex) => Promise<T>,
): Promise<T> {
  for (;;) {
    try {
      return await translated(() => transaction(work));
    } catch (error) {
      if (!(error instanceof UniqueViolation && error.columns.includes('display_name_folded'))) throw error;
    }
  }
}

function groupExists({ displayName }: GroupRecord): Error {
  const detail = `A group with the displayName ${displayName} exists already. Look it up and update it.`;
  return conflict(detail, { reason: 'group-exists' });
}
