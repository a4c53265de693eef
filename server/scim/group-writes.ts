import { isJsonObject } from '../../shared/scim/json.ts';
import type { JsonObject } from '../../shared/scim/json.ts';
import { requireGroupManagement } from '../directory/group-policy.ts';
import type { Groups } from '../directory/groups.ts';
import type { GroupRecord, MemberChange } from '../directory/record.ts';
import { kindOfGroup } from './activity-kind.ts';
import { applyPatch } from './patch/apply.ts';
import { memberIds } from './patch/members.ts';
import { readOperations } from './patch/operations.ts';
import { parseAttributePath, resolvePath } from './schema/attribute-path.ts';
import { GROUP_TYPE, MEMBERS } from './schema/group.ts';
import { readResource } from './schema/read-resource.ts';
import type { WriteRequest, Writes } from './write-request.ts';

type Next = (current: GroupRecord) => { resource: JsonObject; members: MemberChange[] };

/** What can be written to groups. */
export function createGroupWrites(groups: Groups): Writes<GroupRecord> {
  /** Once a write has met its group: which kind of group it is, and whether it is the version meant. */
  function meet({ company, note, requireVersion }: WriteRequest, current: GroupRecord): void {
    const isTest = groups.looksLikeTestGroup(current);
    note({ kind: kindOfGroup(isTest) });
    requireGroupManagement(company, isTest);
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
      const isTest = groups.looksLikeTestGroup(namesOf(resource));
      note({ kind: kindOfGroup(isTest) });
      requireGroupManagement(company, isTest);
      return groups.create(company.id, resource, ids, id);
    },

    replace: (request, id) =>
      change(request, id, () => {
        const { resource, ids } = readGroup(request.body);
        return { resource, members: [{ kind: 'set', ids }] };
      }),

    patch: (request, id) =>
      change(request, id, (current) => applyPatch(GROUP_TYPE, current.resource, readOperations(request.body))),

    // What is there may always go, so that a company can tidy up.
    remove: ({ company, note, requireVersion }, id) =>
      groups.remove(company.id, id, (current) => {
        note({ kind: kindOfGroup(groups.looksLikeTestGroup(current)) });
        requireVersion(current.version);
      }),
  };
}

/** A group's body, with its members apart. */
function readGroup(body: unknown): { resource: JsonObject; ids: string[] } {
  const { members, ...resource } = readResource(GROUP_TYPE, body);
  // Reading leaves out what is empty, and a member that names nobody is refused, as in a PATCH.
  if (isJsonObject(body)) for (const name of Object.keys(body).filter(namesMembers)) memberIds(body[name] ?? null);
  return { resource, ids: memberIds(members ?? null) };
}

function namesMembers(name: string): boolean {
  const path = parseAttributePath(name);
  return path !== null && path.sub === null && resolvePath(GROUP_TYPE, path)?.attribute === MEMBERS;
}

function namesOf({ displayName, externalId }: JsonObject): Pick<GroupRecord, 'displayName' | 'externalId'> {
  return {
    displayName: typeof displayName === 'string' ? displayName : '',
    externalId: typeof externalId === 'string' ? externalId : null,
  };
}
