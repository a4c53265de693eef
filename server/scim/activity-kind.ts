import { isJsonObject, isSameJson } from '../../shared/scim/json.ts';
import type { Json, JsonObject } from '../../shared/scim/json.ts';
import type { ActivityKind } from '../../shared/setup/activity.ts';
import type { Filter } from '../../shared/scim/filter.ts';
import type { UserRecord } from '../directory/record.ts';

/** A list that asks for one account by its name or the client's id is a look-up. */
export function kindOfList(filter: Filter | null): ActivityKind {
  return filter !== null && looksUp(filter) ? 'lookup' : 'list';
}

function looksUp(filter: Filter): boolean {
  if (filter.kind === 'and') return filter.filters.some(looksUp);
  if (filter.kind !== 'compare' || filter.operator !== 'eq') return false;
  return ['username', 'externalid'].includes(filter.path.name.toLowerCase());
}

/** What a change of an account was, by how it was and how it is. */
export function kindOfChange(before: UserRecord, after: UserRecord): ActivityKind {
  if (before.testKind !== null) return 'test-user-update';
  if (before.active !== after.active) return after.active ? 'reactivate' : 'suspend';
  return 'update';
}

/** Names of the attributes that a change touched, those of an extension by their own names; null when there was none. */
export function changedNames(before: UserRecord, after: UserRecord): string[] | null {
  if (after === before) return null;
  const [one, other] = [attributesOf(before.resource), attributesOf(after.resource)];
  const names: string[] = [];
  for (const [name, value] of one) if (!isSameJson(value, other.get(name))) names.push(name);
  for (const name of other.keys()) if (!one.has(name)) names.push(name);
  return names;
}

/** Names of the attributes that an account has. */
export function namesOf({ resource }: UserRecord): string[] {
  return [...attributesOf(resource).keys()];
}

/** The attributes of a resource that are somebody's doing: without what the protocol adds, extensions taken apart. */
function attributesOf(resource: JsonObject): Map<string, Json> {
  const attributes = new Map<string, Json>();
  for (const [name, value] of Object.entries(resource)) {
    if (isExtension(name) && isJsonObject(value)) {
      for (const [own, inner] of Object.entries(value)) attributes.set(own, inner);
    } else attributes.set(name, value);
  }
  attributes.delete('schemas');
  return attributes;
}

function isExtension(name: string): boolean {
  return name.startsWith('urn:');
}

/** Calls on JumpCloud's test group are told from those on a company's own. */
export function kindOfGroup(isTestGroup: boolean): ActivityKind {
  return isTestGroup ? 'test-group' : 'group';
}

/** Reading a group: a part of the test when it is the test group. */
export function kindOfGroupRead(isTestGroup: boolean): ActivityKind {
  return isTestGroup ? 'test-group' : 'read';
}
