import type { UserSummary } from '../../shared/api/users.ts';
import type { UserStore } from './store/user-store.ts';
import { summaryOf } from './user-summary.ts';

/** A user as the command line shows it. */
export type UserOverview = UserSummary;

/** How long a test user may stay: a day. */
const TEST_USER_LIFETIME_MS = 24 * 60 * 60 * 1000;

export type Accounts = ReturnType<typeof createAccounts>;

/** What the operator looks at and what tidies itself up: accounts for the command line, and stranded test users. */
export function createAccounts({ store, now }: { store: UserStore; now: () => Date }) {
  return {
    /** A company's accounts for people; test users only when asked for. */
    async overview(companyId: string, which: 'ordinary' | 'every'): Promise<UserSummary[]> {
      return (await store.all(companyId, which)).map(summaryOf);
    },

    /** One account by its userName, in any case; null when there is none. */
    async show(companyId: string, userName: string): Promise<UserSummary | null> {
      const user = await store.findByUserName(companyId, userName);
      return user && summaryOf(user);
    },

    /** Deletes the company's test users that are older than a day; JumpCloud leaves one behind when its check stops midway. */
    async sweepTestUsers(companyId: string): Promise<number> {
      const before = new Date(now().getTime() - TEST_USER_LIFETIME_MS).toISOString();
      const ids = await store.testUsersBefore(companyId, before);
      const at = now().toISOString();
      for (const id of ids) {
        await store.remove(companyId, id, at, { guard: () => undefined, keeps: () => false });
      }
      return ids.length;
    },
  };
}
