import type { Database } from '../db/database.ts';
import { createAccounts } from './accounts.ts';
import type { Accounts } from './accounts.ts';
import { createGroups } from './groups.ts';
import type { Groups } from './groups.ts';
import { createIdMaker } from './id.ts';
import { createGroupStore } from './store/group-store.ts';
import { createUserStore } from './store/user-store.ts';
import type { IsTestAddress } from './test-account.ts';
import { createUsers } from './users.ts';
import type { Users } from './users.ts';

/** Users and groups of companies: what SCIM, the command line, the console and the connector share. */
export type Directory = { users: Users; groups: Groups; accounts: Accounts };

export function createDirectory(deps: { db: Database; isTestAddress: IsTestAddress; now: () => Date }): Directory {
  const { db, isTestAddress, now } = deps;
  const userStore = createUserStore(db);
  const newId = createIdMaker(now);
  return {
    users: createUsers({ store: userStore, isTestAddress, now, newId }),
    accounts: createAccounts({ store: userStore, now }),
    groups: createGroups({ store: createGroupStore(db), now, newId }),
  };
}
