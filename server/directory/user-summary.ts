import type { UserSummary } from '../../shared/api/users.ts';
import type { Link, UserRecord } from './record.ts';

/** Tells the groups of users. */
type GroupsOf = { groupsOf: (companyId: string, userIds: readonly string[]) => Promise<Map<string, Link[]>> };

/** Users as people see them, in the console and on the command line; `groups` are names. */
export async function summariesOf(
  companyId: string,
  records: readonly UserRecord[],
  store: GroupsOf,
): Promise<UserSummary[]> {
  const ids = records.map(({ id }) => id);
  const groups = await store.groupsOf(companyId, ids);
  return records.map((record) => summaryOf(record, groups.get(record.id) ?? []));
}

function summaryOf({ id, userName, active, testKind, resource }: UserRecord, groups: readonly Link[]): UserSummary {
  const { displayName } = resource;
  return {
    id,
    userName,
    displayName: typeof displayName === 'string' ? displayName : null,
    active,
    testUser: testKind !== null,
    groups: groups.map(({ display }) => display),
  };
}
