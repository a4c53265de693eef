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
 * Makes the changes one after the other and tells whether any changed something. Each reads and writes only the members
 * that it names, so that concurrent ones lose none. Throws 400 invalidValue for an id that is no user of the company.
 */
export async function changeMembers(
  dialect: Dialect,
  tx: Knex,
  companyId: string,
  groupId: string,
  changes: readonly MemberChange[],
): Promise<boolean> {
  const group = { company_id: companyId, group_id: groupId };
  let changed = 0;
  for (const change of changes) changed += await changeOnce(dialect, tx, group, change);
  return changed > 0;
}

type Group = { company_id: string; group_id: string };

async function changeOnce(dialect: Dialect, tx: Knex, group: Group, change: MemberChange): Promise<number> {
  switch (change.kind) {
    case 'add':
      return add(tx, group, change.ids);
    case 'remove':
      return remove(tx, group, change.ids);
    case 'remove-matching':
      return matching(dialect, tx, group, change.filter).delete();
    case 'replace-matching':
      return replaceMatching(dialect, tx, group, change);
    case 'set':
      return set(tx, group, change.ids);
  }
}

/** The rows of the members that fit a filter in square brackets. */
function matching(dialect: Dialect, tx: Knex, group: Group, filter: Filter) {
  const where = compileMemberFilter(
    { companyId: group.company_id, dialect },
    group.group_id,
    resolveElementFilter(MEMBERS, filter),
  );
  return tx<{ user_id: string }>('group_members').where(group).whereRaw(where.text, where.bindings);
}

/** Throws 400 noTarget when nobody fits (RFC 7644 section 3.5.2.3). */
async function replaceMatching(
  dialect: Dialect,
  tx: Knex,
  group: Group,
  { filter, ids }: Extract<MemberChange, { kind: 'replace-matching' }>,
): Promise<number> {
  const replaced = await matching(dialect, tx, group, filter).select('user_id');
  if (replaced.length === 0) throw invalid('noTarget', 'No member fits the filter in the path.');
  const stay = new Set(ids);
  const leaving = replaced.map(({ user_id }) => user_id).filter((id) => !stay.has(id));
  return (await remove(tx, group, leaving)) + (await add(tx, group, ids));
}

async function add(tx: Knex, group: Group, ids: readonly string[]): Promise<number> {
  let added = 0;
  for (const part of chunks(ids)) {
    await requireUsers(tx, group, part);
    const present = new Set(await idsIn(tx, group, part));
    const missing = part.filter((id) => !present.has(id));
    if (missing.length === 0) continue;
    await tx('group_members')
      .insert(missing.map((id) => ({ ...group, user_id: id })))
      .onConflict(['company_id', 'group_id', 'user_id'])
      .ignore();
    added += missing.length;
  }
  return added;
}

async function remove(tx: Knex, group: Group, ids: readonly string[]): Promise<number> {
  let removed = 0;
  for (const part of chunks(ids)) removed += await tx('group_members').where(group).whereIn('user_id', part).delete();
  return removed;
}

async function set(tx: Knex, group: Group, ids: readonly string[]): Promise<number> {
  const wanted = new Set(ids);
  const rows = await tx('group_members').where(group).select<{ user_id: string }[]>('user_id');
  const present = new Set(rows.map(({ user_id }) => user_id));
  const removed = await remove(
    tx,
    group,
    [...present].filter((id) => !wanted.has(id)),
  );
  return (
    removed +
    (await add(
      tx,
      group,
      ids.filter((id) => !present.has(id)),
    ))
  );
}

async function idsIn(tx: Knex, group: Group, ids: readonly string[]): Promise<string[]> {
  const rows = await tx('group_members').where(group).whereIn('user_id', ids).select<{ user_id: string }[]>('user_id');
  return rows.map(({ user_id }) => user_id);
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
