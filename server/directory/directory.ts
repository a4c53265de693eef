import type { Database } from '../db/database.ts';
import { createAccounts } from './accounts.ts';
import type { Accounts } from './accounts.ts';
import { createGroups } from './groups.ts';
import type { Groups } from './groups.ts';
import { createIdMaker } from './id.ts';
import { createSearch } from './search.ts';
import type { Search } from './search.ts';
import { createGroupStore } from './store/group-store.ts';
import { createSearchStore } from './store/search-store.ts';
import { createUserStore } from './store/user-store.ts';
import type { IsTestAddress } from './test-account.ts';
import { createUsers } from './users.ts';
import type { Users } from './users.ts';

/** Users and groups of companies: what SCIM, the command line, the console and the connector share. */
export type Directory = {
  users: Users;
  groups: Groups;
  accounts: Accounts;
  /** Both types of resources in one list. */
  search: Search;
  /** A fresh id for a resource that is about to be made; later ones sort behind earlier ones. */
  newId: () => string;
};

export function createDirectory(deps: { db: Database; isTestAddress: IsTestAddress; now: () => Date }): Directory {
  const { db, isTestAddress, now } = deps;
  const userStore = createUserStore(db, now);
  const groupStore = createGroupStore(db);
  return {
    users: createUsers({ store: userStore, isTestAddress, now }),
    groups: createGroups({ store: groupStore, now }),
    accounts: createAccounts({ store: userStore, now }),
    search: createSearch({ store: createSearchStore(db), userStore, groupStore }),
    newId: createIdMaker(now),
  };
}
