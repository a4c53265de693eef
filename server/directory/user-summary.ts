import type { UserSummary } from '../../shared/api/users.ts';
import type { UserRecord } from './record.ts';

/** A user as people see it, in the console and on the command line; `groups` are names. */
export function summaryOf({ id, userName, active, testKind, resource, groups }: UserRecord): UserSummary {
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
