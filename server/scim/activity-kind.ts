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

/** Calls on JumpCloud's test group are told from those on a company's own. */
export function kindOfGroup(isTestGroup: boolean): ActivityKind {
  return isTestGroup ? 'test-group' : 'group';
}

/** Reading a group: a part of the test when it is the test group. */
export function kindOfGroupRead(isTestGroup: boolean): ActivityKind {
  return isTestGroup ? 'test-group' : 'read';
}
