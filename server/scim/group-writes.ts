import type { JsonObject } from '../../shared/scim/json.ts';
import type { Groups } from '../directory/groups.ts';
import type { GroupRecord, MemberChange } from '../directory/record.ts';
import { kindOfGroup } from './activity-kind.ts';
import { applyPatch } from './patch/apply.ts';
import { memberIds } from './patch/members.ts';
import { readOperations } from './patch/operations.ts';
import { GROUP_TYPE } from './schema/group.ts';
import { readResource } from './schema/read-resource.ts';
import type { WriteRequest, Writes } from './write-request.ts';

type Next = (current: GroupRecord) => { resource: JsonObject; members: MemberChange[] };

/** What can be written to groups. */
export function createGroupWrites(groups: Groups): Writes<GroupRecord> {
  /** Once a write has met its group: which kind of group it is, and whether it is the version meant. */
  function meet({ note, requireVersion }: WriteRequest, current: GroupRecord): void {
    note({ kind: kindOfGroup(groups.looksLikeTestGroup(current)) });
    requireVersion(current.version);
  }

  async function change(request: WriteRequest, id: string, next: Next): Promise<GroupRecord> {
    const { after } = await groups.change(request.company.id, id, (current) => {
      meet(request, current);
      return next(current);
    });
    return after;
  }

  return {
    create({ company, body, note }, id) {
      const { resource, ids } = readGroup(body);
      note({ kind: kindOfGroup(groups.looksLikeTestGroup(namesOf(resource))) });
      return groups.create(company.id, resource, ids, id);
    },

    replace: (request, id) =>
      change(request, id, () => {
        const { resource, ids } = readGroup(request.body);
        return { resource, members: [{ kind: 'set', ids }] };
      }),

    patch: (request, id) =>
      change(request, id, (current) => applyPatch(GROUP_TYPE, current.resource, readOperations(request.body))),

    remove: (request, id) => groups.remove(request.company.id, id, (current) => meet(request, current)),
  };
}

/** A group's body, with its members apart. */
function readGroup(body: unknown): { resource: JsonObject; ids: string[] } {
  const { members, ...resource } = readResource(GROUP_TYPE, body);
  return { resource, ids: memberIds(members ?? null) };
}

function namesOf({ displayName, externalId }: JsonObject): Pick<GroupRecord, 'displayName' | 'externalId'> {
  return {
    displayName: typeof displayName === 'string' ? displayName : '',
    externalId: typeof externalId === 'string' ? externalId : null,
  };
}
