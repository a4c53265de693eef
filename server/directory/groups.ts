import { isSameJson, type JsonObject } from '../../shared/scim/json.ts';
import { notFound } from '../errors.ts';
import type { Frame, GroupRecord, Link, ListQuery, MemberChange, TextPage } from './record.ts';
import type { GroupStore } from './store/group-store.ts';
import { looksLikeTestGroup } from './test-account.ts';

export type Groups = ReturnType<typeof createGroups>;

/** The rules of groups. Members are kept apart from the resource, and change one by one. */
export function createGroups({ store, now }: { store: GroupStore; now: () => Date }) {
  return {
    /**
     * Makes a group with a fresh id; one that meets a test group (no externalId, no ordinary member) replaces it. Throws 409 uniqueness for a
     * displayName that is taken, 400 invalidValue for a member that is no user of the company.
     */
    async create(companyId: string, resource: JsonObject, memberIds: string[], id: string): Promise<GroupRecord> {
      const at = now().toISOString();
      const group: GroupRecord = { ...columnsOf(resource), id, version: 1, createdAt: at, updatedAt: at };
      await store.insert(companyId, group, memberIds, isStranded);
      return group;
    },

    /** Throws 404. */
    async find(companyId: string, id: string): Promise<GroupRecord> {
      const group = await store.find(companyId, id);
      if (!group) throw notFound(`Group ${id.slice(0, 100)}`);
      return group;
    },

    list: (companyId: string, query: ListQuery, frame: Frame): Promise<TextPage> => store.list(companyId, query, frame),

    /**
     * Changes a group and its members by what `next` says. The same again is no change. A test group that takes the name of
     * a stranded one replaces it, as its create would. Throws 404, 400 and 409 as create does.
     */
    async change(
      companyId: string,
      id: string,
      next: (current: GroupRecord) => { resource: JsonObject; members: MemberChange[] },
    ): Promise<{ before: GroupRecord; after: GroupRecord }> {
      const changed = await store.change(
        companyId,
        id,
        (current) => {
          const { resource, members } = next(current);
          if (isSameJson(resource, current.resource)) return { next: current, members };
          return { next: { ...current, ...columnsOf(resource) }, members };
        },
        (group) => ({ ...group, version: group.version + 1, updatedAt: now().toISOString() }),
        (current) => (looksLikeTestGroup(current) ? isStranded : () => false),
      );
      if (!changed) throw notFound(`Group ${id.slice(0, 100)}`);
      return changed;
    },

    /** Deletes a group; its members stay users. `guard` may refuse by throwing. Throws 404. */
    async remove(companyId: string, id: string, guard: (current: GroupRecord) => void): Promise<GroupRecord> {
      const removed = await store.remove(companyId, id, guard);
      if (!removed) throw notFound(`Group ${id.slice(0, 100)}`);
      return removed;
    },

    /** The members of each of the groups. */
    membersOf: (companyId: string, groupIds: readonly string[]): Promise<Map<string, Link[]>> =>
      store.membersOf(companyId, groupIds),

    /** Whether a group has more members than that; no more than one beyond them is looked at. */
    hasMoreMembersThan: (companyId: string, id: string, count: number): Promise<boolean> =>
      store.hasMoreMembersThan(companyId, id, count),

    /** Whether a group is, or would be, JumpCloud's test group. */
    looksLikeTestGroup,
  };
}

function isStranded(existing: GroupRecord, ordinaryMembers: boolean): boolean {
  return looksLikeTestGroup(existing) && !ordinaryMembers;
}

function columnsOf(resource: JsonObject): Pick<GroupRecord, 'document' | 'resource' | 'displayName' | 'externalId'> {
  const { displayName, externalId } = resource;
  return {
    document: JSON.stringify(resource),
    resource,
    displayName: typeof displayName === 'string' ? displayName : '',
    externalId: typeof externalId === 'string' ? externalId : null,
  };
}
