import type { ClientBehaviour } from './client/behaviour.ts';
import { adoptOrCreateGroup, changeMembers, deleteGroup, renameGroup } from './client/groups.ts';
import { createUser, findUser, putUser, setActive } from './client/users.ts';
import type { Send } from './client/transport.ts';
import { shouldBeActive } from './directory.ts';
import type { DirectoryPerson, UserGroup } from './directory.ts';

/** What JumpCloud remembers of the application: which of its people and groups are which of the server's. */
export interface Links {
  /** By the person's JumpCloud id; `written` is what was sent last, so that unchanged people cause no call. */
  readonly users: Map<string, { readonly id: string; readonly active: boolean; readonly written: string }>;
  /** By group name. */
  readonly groups: Map<string, { readonly id: string; readonly members: readonly string[] }>;
}

/** No links yet. */
export function noLinks(): Links {
  return { users: new Map(), groups: new Map() };
}

function fingerprint(person: DirectoryPerson): string {
  const { email, givenName, familyName, jobTitle, department, workPhone } = person;
  return JSON.stringify([email, givenName, familyName, jobTitle, department, workPhone]);
}

/**
 * Brings one person's account where the directory says: look-up and POST or PUT at first, merged PUT for a change,
 * `active` when suspended, unsuspended, or out of the last bound group (JumpCloud's group articles). Nothing is deleted.
 */
export async function syncPerson(
  send: Send,
  behaviour: ClientBehaviour,
  links: Links,
  person: DirectoryPerson,
  groups: readonly UserGroup[],
): Promise<void> {
  const active = shouldBeActive(person, groups);
  const written = fingerprint(person);
  const link = links.users.get(person.id);
  if (link === undefined) {
    if (!active) return;
    const existing = await findUser(send, behaviour, person);
    if (existing === null) {
      links.users.set(person.id, { id: await createUser(send, behaviour, person), active, written });
    } else {
      await putUser(send, behaviour, existing.id, person, active, 'take the existing user over');
      links.users.set(person.id, { id: existing.id, active, written });
    }
    return;
  }
  if (link.active !== active) await setActive(send, behaviour, link.id, person, active);
  else if (active && link.written !== written)
    await putUser(send, behaviour, link.id, person, active, 'update the user');
  else return;
  links.users.set(person.id, { id: link.id, active, written });
}

/** Brings one bound group's membership to the server. A group without members is not created. */
export async function syncGroup(
  send: Send,
  behaviour: ClientBehaviour,
  links: Links,
  group: UserGroup,
  people: readonly DirectoryPerson[],
): Promise<void> {
  if (!group.bound) return;
  const members = people
    .filter((person) => person.groups.includes(group.name))
    .flatMap((person) => {
      const link = links.users.get(person.id);
      return link?.active === true ? [link.id] : [];
    });
  const link = links.groups.get(group.name);
  if (link === undefined) {
    if (members.length === 0) return;
    const found = await adoptOrCreateGroup(send, group.name, members);
    await changeMembers(send, behaviour, { id: found.id, displayName: group.name }, found.members, members);
    links.groups.set(group.name, { id: found.id, members });
    return;
  }
  await changeMembers(send, behaviour, { id: link.id, displayName: group.name }, link.members, members);
  links.groups.set(group.name, { id: link.id, members });
}

/** Removes a managed group that the directory no longer has. */
export async function dropGroup(send: Send, links: Links, name: string): Promise<void> {
  const link = links.groups.get(name);
  if (link === undefined) return;
  await deleteGroup(send, link.id);
  links.groups.delete(name);
}

/** Renames a managed group on the server, and what is remembered of it. */
export async function moveGroup(send: Send, links: Links, name: string, newName: string): Promise<void> {
  const link = links.groups.get(name);
  if (link === undefined) return;
  await renameGroup(send, link.id, newName);
  links.groups.delete(name);
  links.groups.set(newName, link);
}
