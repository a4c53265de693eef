import type { Directory } from '../directory/directory.ts';
import type { Answerable, UserRecord } from '../directory/record.ts';
import { createAnswers } from './answers.ts';
import type { Present } from './answers.ts';
import { groupFrame, userFrame } from './present.ts';
import { wants } from './projection.ts';
import { GROUP_TYPE } from './schema/group.ts';
import { USER_TYPE } from './schema/user.ts';

/** Users with their groups. */
export function userPresent(base: string): Present<UserRecord> {
  const frame = userFrame(base);
  return { frame: () => frame, linksOf: () => (user) => user.groups };
}

/** Groups with their members. */
export function groupPresent({ groups }: Directory, base: string): Present<Answerable> {
  const [whole, bare] = [groupFrame(base, true), groupFrame(base, false)];
  return {
    frame: (projection) => (wants(projection, 'members') ? whole : bare),
    linksOf: async (companyId, records, projection) => {
      if (!wants(projection, 'members')) return () => [];
      const ids = records.map(({ id }) => id);
      const members = await groups.membersOf(companyId, ids);
      return ({ id }) => members.get(id) ?? [];
    },
  };
}

/** The answers about users and those about groups. */
export function createResourceAnswers(directory: Directory, base: string) {
  const { users, groups } = directory;
  return {
    users: createAnswers<UserRecord>({ type: USER_TYPE, base, list: users.list, present: userPresent(base) }),
    groups: createAnswers<Answerable>({
      type: GROUP_TYPE,
      base,
      list: groups.list,
      present: groupPresent(directory, base),
    }),
  };
}
