import type { JsonObject } from '../../shared/scim/json.ts';
import type { UserRecord } from '../directory/record.ts';
import type { Users } from '../directory/users.ts';
import { changedNames, kindOfChange, namesOf } from './activity-kind.ts';
import { applyPatch } from './patch/apply.ts';
import { readOperations } from './patch/operations.ts';
import { keepUnclearable, readResource } from './schema/read-resource.ts';
import { USER_TYPE } from './schema/user.ts';
import type { WriteRequest, Writes } from './write-request.ts';

/** What can be written to accounts. */
export function createUserWrites(users: Users): Writes<UserRecord> {
  async function change(
    { company, requireVersion, note }: WriteRequest,
    id: string,
    mode: 'replace' | 'patch',
    next: (current: UserRecord) => JsonObject,
  ): Promise<UserRecord> {
    const { before, after } = await users.change(company, id, mode, (current) => {
      note({ userId: current.id, ...(current.testKind === null ? {} : { kind: 'test-user-update' }) });
      requireVersion(current.version);
      return next(current);
    });
    note({ kind: kindOfChange(before, after), changed: changedNames(before, after) });
    return after;
  }

  return {
    async create({ company, body, note }, id) {
      const noteTestUser = () => note({ kind: 'test-user-create' });
      const user = await users.create(company, readResource(USER_TYPE, body), id, noteTestUser);
      note({ userId: user.id, changed: namesOf(user) });
      return user;
    },

    replace: (request, id) =>
      change(request, id, 'replace', (current) =>
        keepUnclearable(USER_TYPE, current.resource, readResource(USER_TYPE, request.body)),
      ),

    patch: (request, id) =>
      change(
        request,
        id,
        'patch',
        (current) => applyPatch(USER_TYPE, current.resource, readOperations(request.body)).resource,
      ),

    remove: ({ company, requireVersion, note }, id) =>
      users.remove(company, id, (current) => {
        note({ userId: current.id, ...(current.testKind === null ? {} : { kind: 'test-user-delete' }) });
        requireVersion(current.version);
        note({ changed: [] });
      }),
  };
}
