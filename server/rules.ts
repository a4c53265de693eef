import { createActivityRecord } from './activity/activity-record.ts';
import { createActivityStore } from './activity/store.ts';
import { createCompanies } from './companies/companies.ts';
import { createCompanyStore } from './companies/store.ts';
import type { Database } from './db/database.ts';
import { createKeys } from './keys/keys.ts';
import { createKeyStore } from './keys/store.ts';

type Deps = {
  database: Database;
  /** What JumpCloud and browsers use to reach the server. */
  publicUrl: string;
  now: () => Date;
  onError: (error: unknown) => void;
};

/** Every area's rules over one store: what the server and the command line share. */
export function createRules({ database, now, onError }: Deps) {
  const onForeignChange = (listener: () => void) => database.onForeignChange(listener);
  const companies = createCompanies({ store: createCompanyStore(database), now, onForeignChange });
  const keys = createKeys({ store: createKeyStore(database), now, onForeignChange });
  const activity = createActivityRecord({ store: createActivityStore(database), now, onForeignChange, onError });
  return {
    companies,
    keys,
    activity,
    /** Writes what is still on its way. The store stays open. */
    close: async (): Promise<void> => {
      await Promise.all([keys.close(), activity.close()]);
    },
  };
}

export type Rules = ReturnType<typeof createRules>;
