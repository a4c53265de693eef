import type { Knex } from 'knex';
import type { Filter } from '../../../shared/scim/filter.ts';
import type { Dialect } from '../../db/dialect.ts';
import { invalid } from '../../errors.ts';
import { resolveElementFilter } from '../../scim/filter/resolve.ts';
import { MEMBERS } from '../../scim/schema/group.ts';
import type { MemberChange } from '../record.ts';
import { compileMemberFilter } from './filter-sql.ts';
import { chunks } from './sql.ts';

/**
 * Makes the changes one after the other and tells whether any member is another one in the end. Each reads and writes only
 * the members that it names, so that concurrent ones lose none. Throws 400 invalidValue for an id that is no user of the company.
 */
export async function changeMembers(
  dialect: Dialect,
  tx: Knex,
  companyId: string,
  groupId: string,
  changes: readonly MemberChange[],
): Promise<boolean> {
  const group = { company_id: companyId, group_id: groupId };
  const [came, went] = [new Set<string>(), new Set<string>()];
  for (const change of changes) {
    const { added = [], removed = [] } = await changeOnce(dialect, tx, group, change);
    // Who went before and is back, or came and goes again, is as at first.
    for (const id of removed) if (!came.delete(id)) went.add(id);
    for (const id of added) if (!went.delete(id)) came.add(id);
  }
  return came.size + went.size > 0;
}

type Group = { company_id: string; group_id: string };

/** The ids of who was no member before, and of who is none any more. */
type Moved = { added?: string[]; removed?: string[] };

async function changeOnce(dialect: Dialect, tx: Knex, group: Group, change: MemberChange): Promise<Moved> {
  switch (change.kind) {
    case 'add':
      return { added: await add(tx, group, change.ids) };
    case 'remove':
      return { removed: await remove(tx, group, await membersAmong(tx, group, change.ids)) };
    case 'remove-matching':
      return { removed: await remove(tx, group, await matching(dialect, tx, group, change.filter)) };
    case 'replace-matching':
      return replaceMatching(dialect, tx, group, change);
    case 'set':
      return set(tx, group, change.ids);
  }
}

/** The members that fit a filter in square brackets. */
function matching(dialect: Dialect, tx: Knex, group: Group, filter: Filter): Promise<string[]> {
  const where = compileMemberFilter(
    { companyId: group.company_id, dialect },
    group.group_id,
    resolveElementFilter(MEMBERS, filter),
  );
  return idsOf(membersOf(tx, group).whereRaw(where.text, where.bindings));
}

/** Throws 400 noTarget when nobody fits (RFC 7644 section 3.5.2.3). */
async function replaceMatching(
  dialect: Dialect,
  tx: Knex,
  group: Group,
  { filter, ids }: Extract<MemberChange, { kind: 'replace-matching' }>,
): Promise<Moved> {
  const replaced = await matching(dialect, tx, group, filter);
  if (replaced.length === 0) throw invalid('noTarget', 'No member fits the filter in the path.');
  const stay = new Set(ids);
  const removed = await remove(
    tx,
    group,
    replaced.filter((id) => !stay.has(id)),
  );
  return { removed, added: await add(tx, group, ids) };
}

async function add(tx: Knex, group: Group, ids: readonly string[]): Promise<string[]> {
  const added: string[] = [];
  for (const part of chunks(ids)) {
    await requireUsers(tx, group, part);
    const present = new Set(await idsIn(tx, group, part));
    const missing = part.filter((id) => !present.has(id));
    if (missing.length === 0) continue;
    await tx('group_members')
      .insert(missing.map((id) => ({ ...group, user_id: id })))
      .onConflict(['company_id', 'group_id', 'user_id'])
      .ignore();
    added.push(...missing);
  }
  return added;
}

/** Takes out members, which is what the ids are of. */
async function remove(tx: Knex, group: Group, ids: string[]): Promise<string[]> {
  for (const part of chunks(ids)) await membersOf(tx, group).whereIn('user_id', part).delete();
  return ids;
}

async function set(tx: Knex, group: Group, ids: readonly string[]): Promise<Moved> {
  const [wanted, present] = [new Set(ids), new Set(await idsOf(membersOf(tx, group)))];
  const removed = await remove(
    tx,
    group,
    [...present].filter((id) => !wanted.has(id)),
  );
  const added = await add(
    tx,
    group,
    ids.filter((id) => !present.has(id)),
  );
  return { removed, added };
}

function membersOf(tx: Knex, group: Group): Knex.QueryBuilder<{ user_id: string }, unknown> {
  return tx<{ user_id: string }>('group_members').where(group);
}

async function idsOf(members: Knex.QueryBuilder<{ user_id: string }, unknown>): Promise<string[]> {
  const rows = await members.select<{ user_id: string }[]>('user_id');
  return rows.map(({ user_id }) => user_id);
}

async function membersAmong(tx: Knex, group: Group, ids: readonly string[]): Promise<string[]> {
  const members: string[] = [];
  for (const part of chunks(ids)) members.push(...(await idsIn(tx, group, part)));
  return members;
}

function idsIn(tx: Knex, group: Group, ids: readonly string[]): Promise<string[]> {
  return idsOf(membersOf(tx, group).whereIn('user_id', ids));
}

/** Who is found stays until the transaction ends. */
async function requireUsers(tx: Knex, group: Group, ids: readonly string[]): Promise<void> {
  const rows = await tx('users')
    .where({ company_id: group.company_id })
    .whereIn('id', ids)
    .forKeyShare()
    .select<{ id: string }[]>('id');
  const known = new Set(rows.map(({ id }) => id));
  const unknown = ids.find((id) => !known.has(id));
  if (unknown === undefined) return;
  throw invalid('invalidValue', `members: there is no user with the id "${unknown.slice(0, 100)}" in this company.`);
}
