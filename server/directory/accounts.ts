import type { Link, UserRecord } from './record.ts';
import type { UserStore } from './store/user-store.ts';

/** A user as the command line and the console show it; `groups` are names. */
export type UserOverview = {
  id: string;
  userName: string;
  displayName: string | null;
  active: boolean;
  testUser: boolean;
  groups: string[];
};

/** How long a test user may stay: a day. */
const TEST_USER_LIFETIME_MS = 24 * 60 * 60 * 1000;

export type Accounts = ReturnType<typeof createAccounts>;

/** What people look at and what tidies itself up: accounts for the command line and the console, and stranded test users. */
export function createAccounts({ store, now }: { store: UserStore; now: () => Date }) {
  return {
    /** A company's accounts for people; test users only when asked for. */
    async overview(companyId: string, which: 'ordinary' | 'every'): Promise<UserOverview[]> {
      const users = await store.all(companyId, which);
      const groups = await store.groupsOf(
        companyId,
        users.map(({ id }) => id),
      );
      return users.map((user) => toOverview(user, groups.get(user.id) ?? []));
    },

    /** One account by its userName, in any case; null when there is none. */
    async show(companyId: string, userName: string): Promise<UserOverview | null> {
      const user = await store.findByUserName(companyId, userName);
      if (!user) return null;
      const groups = await store.groupsOf(companyId, [user.id]);
      return toOverview(user, groups.get(user.id) ?? []);
    },

    /** Deletes the company's test users that are older than a day; JumpCloud leaves one behind when its check stops midway. */
    async sweepTestUsers(companyId: string): Promise<number> {
      const before = new Date(now().getTime() - TEST_USER_LIFETIME_MS).toISOString();
      const ids = await store.testUsersBefore(companyId, before);
      for (const id of ids) await store.remove(companyId, id, now().toISOString(), () => undefined);
      return ids.length;
    },
  };
}

function toOverview(user: UserRecord, groups: readonly Link[]): UserOverview {
  const { displayName } = user.resource;
  return {
    id: user.id,
    userName: user.userName,
    displayName: typeof displayName === 'string' ? displayName : null,
    active: user.active,
    testUser: user.testKind !== null,
    groups: groups.map(({ display }) => display),
  };
}
