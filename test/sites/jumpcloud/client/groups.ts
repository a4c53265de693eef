import type { ClientBehaviour, MemberForm } from './behaviour.ts';
import { groupSchema, patchBody, renameBody } from './bodies.ts';
import { decodeGroup, decodeList } from './decode.ts';
import type { Json } from './decode.ts';
import type { Send } from './transport.ts';

function references(ids: readonly string[]): readonly Json[] {
  return ids.map((value) => ({ value }));
}

/**
 * Takes over the group of the same name, or creates it with its members; tells its id and which members it has by our doing.
 * Empty groups are never created, a same-named one is adopted (JumpCloud's group articles).
 */
export async function adoptOrCreateGroup(
  send: Send,
  displayName: string,
  members: readonly string[],
): Promise<{ readonly id: string; readonly members: readonly string[] }> {
  const query = { filter: `displayName eq "${displayName}"` };
  const found = await send({ method: 'GET', path: '/Groups', query, note: 'look the group up' });
  const existing = decodeList(found.body, decodeGroup).resources[0];
  if (existing !== undefined) return { id: existing.id, members: [] };
  const body = { schemas: [groupSchema], displayName, members: references(members) };
  const created = await send({ method: 'POST', path: '/Groups', body, note: 'create the group' });
  return { id: decodeGroup(created.body).id, members };
}

function operationsFor(
  form: Exclude<MemberForm, 'put'>,
  before: readonly string[],
  after: readonly string[],
): readonly Json[] {
  const added = after.filter((id) => !before.includes(id));
  const removed = before.filter((id) => !after.includes(id));
  switch (form) {
    case 'patch-replace':
      return [{ op: 'replace', path: 'members', value: references(after) }];
    case 'patch-replace-pathless':
      return [{ op: 'replace', value: { members: references(after) } }];
    case 'patch-filter':
      return [
        ...added.map((id) => ({ op: 'add', path: 'members', value: references([id]) })),
        ...removed.map((id) => ({ op: 'remove', path: `members[value eq "${id}"]` })),
      ];
    case 'patch-values':
      return [
        ...(added.length > 0 ? [{ op: 'add', path: 'members', value: references(added) }] : []),
        ...(removed.length > 0 ? [{ op: 'remove', path: 'members', value: references(removed) }] : []),
      ];
  }
}

/** Brings a group's members from `before` to `after`, in the form that the tenant uses. */
export async function changeMembers(
  send: Send,
  behaviour: ClientBehaviour,
  group: { readonly id: string; readonly displayName: string },
  before: readonly string[],
  after: readonly string[],
): Promise<void> {
  const path = `/Groups/${group.id}`;
  if (before.length === after.length && after.every((id) => before.includes(id))) return;
  const note = 'change the group’s members';
  if (behaviour.memberForm === 'put') {
    const body = { id: group.id, schemas: [groupSchema], displayName: group.displayName, members: references(after) };
    decodeGroup((await send({ method: 'PUT', path, body, note })).body);
    return;
  }
  await send({ method: 'PATCH', path, body: patchBody(...operationsFor(behaviour.memberForm, before, after)), note });
}

/** Renames a group, in the recorded form. */
export async function renameGroup(send: Send, id: string, displayName: string): Promise<void> {
  await send({ method: 'PATCH', path: `/Groups/${id}`, body: renameBody(displayName), note: 'rename the group' });
}

/** Deletes a group. */
export async function deleteGroup(send: Send, id: string): Promise<void> {
  await send({ method: 'DELETE', path: `/Groups/${id}`, note: 'delete the group', tolerated: [404] });
}
