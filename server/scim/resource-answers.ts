import type { Directory } from '../directory/directory.ts';
import type { Answerable, AnswerableUser } from '../directory/record.ts';
import { createAnswers } from './answers.ts';
import type { Present } from './answers.ts';
import { presentGroup, presentUser } from './present.ts';
import { wants } from './projection.ts';
import { GROUP_TYPE } from './schema/group.ts';
import { USER_TYPE } from './schema/user.ts';

/** Users with their groups. */
export function userPresenter(base: string): Present<AnswerableUser> {
  return (_companyId, records) => records.map((user) => presentUser(base, user));
}

/** Groups with their members. */
export function groupPresenter({ groups }: Directory, base: string): Present<Answerable> {
  return async (companyId, records, projection) => {
    const ids = records.map(({ id }) => id);
    const members = wants(projection, 'members') ? await groups.membersOf(companyId, ids) : null;
    return records.map((group) => presentGroup(base, group, members?.get(group.id) ?? null));
  };
}

/** The answers about users and those about groups. */
export function createResourceAnswers(directory: Directory, base: string) {
  const { users, groups } = directory;
  return {
    users: createAnswers<AnswerableUser>({
      type: USER_TYPE,
      base,
      list: users.list,
      present: userPresenter(base),
    }),
    groups: createAnswers<Answerable>({
      type: GROUP_TYPE,
      base,
      list: groups.list,
      present: groupPresenter(directory, base),
    }),
  };
}
