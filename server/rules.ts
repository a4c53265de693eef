import { createActivityRecord } from './activity/activity-record.ts';
import { createActivityStore } from './activity/store.ts';
import { createAuditLog } from './audit/audit-log.ts';
import { createAuditStore } from './audit/store.ts';
import { createCompanies } from './companies/companies.ts';
import { createDomainRequestStore } from './companies/domain-request-store.ts';
import { createDomainRequests } from './companies/domain-requests.ts';
import { createCompanyStore } from './companies/store.ts';
import type { Database } from './db/database.ts';
import { createDirectory } from './directory/directory.ts';
import { createUserOverview } from './directory/overview.ts';
import { createOverviewStore } from './directory/store/overview-store.ts';
import { createRemovedStore } from './directory/store/removed-store.ts';
import { createKeys } from './keys/keys.ts';
import { createKeyStore } from './keys/store.ts';
import { createCompanyOverview } from './overview/overview.ts';
import { createPeople } from './people/people.ts';
import { createPeopleStore } from './people/store.ts';
import { createEvidenceStore } from './setup/evidence-store.ts';
import { createGuidanceStore } from './setup/guidance-store.ts';
import { createSetup } from './setup/setup.ts';
import { createSetupStore } from './setup/store.ts';
import { createTestAddressStore } from './setup/test-address-store.ts';
import { createTestAddresses } from './setup/test-addresses.ts';

type Deps = {
  database: Database;
  /** What JumpCloud and browsers use to reach the server, without a trailing slash. */
  publicUrl: string;
  now: () => Date;
  /** What went wrong in the background, for the log. */
  onError: (error: unknown) => void;
};

/** Which tables of other processes' changes concern whom. */
const inCompanies = (table: string) => table === 'companies' || table === 'company_domains';
const inKeys = (table: string) => table === 'api_keys';
const inActivity = (table: string) => table === 'activity';
/** Calls are told by the record itself, company by company. */
const anywhereElse = (table: string) => !inActivity(table);

type OnChange = (concerns: (table: string) => boolean) => (listener: () => void) => () => void;

/** The areas that need no other one, or little of it. */
function createAreas(deps: Deps, onChange: OnChange) {
  const { database, now, onError, publicUrl } = deps;
  const { companies, domainRequests } = createCompanyRules(deps, onChange(inCompanies));
  const keys = createKeys({ store: createKeyStore(database), now, onForeignChange: onChange(inKeys) });
  const activity = createActivityRecord({
    store: createActivityStore(database),
    now,
    onForeignChange: onChange(inActivity),
    onError,
  });
  const people = createPeople({ store: createPeopleStore(database), publicUrl, now });
  const audit = createAuditLog({ store: createAuditStore(database), now });
  const testAddresses = createTestAddresses({ store: createTestAddressStore(database), now });
  const directory = createDirectory({
    db: database,
    now,
    isTestAddress: (companyId, address) => testAddresses.isTestAddress(companyId, address),
  });
  const overview = createUserOverview({
    store: createOverviewStore(database),
    removed: createRemovedStore(database),
    users: directory.users,
    now,
  });
  return { companies, domainRequests, keys, activity, audit, people, testAddresses, directory, overview };
}

/** Every area's rules over one store: what the server and the command line share. */
export function createRules(deps: Deps) {
  const { database, now, onError, publicUrl } = deps;
  const onChange: OnChange = (concerns) => (listener) => database.onForeignChange(concerns, listener);
  const { testAddresses, ...areas } = createAreas(deps, onChange);
  const { companies, domainRequests, keys, activity, directory, overview } = areas;
  const setup = createSetup({
    store: createSetupStore(database),
    evidenceStore: createEvidenceStore(database),
    guidanceStore: createGuidanceStore(database),
    testAddresses,
    companies,
    keys,
    activity,
    domainRequestOf: domainRequests.of,
    askForDomain: domainRequests.ask,
    firstUserAt: (companyId, since) => overview.firstOrdinaryAt(companyId, since),
    publicUrl,
    now,
    onForeignChange: onChange(anywhereElse),
    onError,
  });

  return {
    ...areas,
    companyOverview: createCompanyOverview({ activity, keys, users: overview, now }),
    setup,
    /** Drops what was kept for a while: old activity, stranded test users, removed accounts. To be run every now and then. */
    async sweep(): Promise<void> {
      await activity.sweep();
      for (const { id, settings } of await companies.list()) {
        await directory.accounts.sweepTestUsers(id);
        await overview.sweep(id, settings.keepRemovedDays);
      }
    },
    /** Writes what is still on its way. The store stays open. */
    async close(): Promise<void> {
      await Promise.all([keys.close(), activity.close()]);
    },
  };
}

function createCompanyRules({ database, now }: Deps, onForeignChange: (listener: () => void) => () => void) {
  const companies = createCompanies({ store: createCompanyStore(database), now, onForeignChange });
  const store = createDomainRequestStore(database);
  return { companies, domainRequests: createDomainRequests({ store, companies, now }) };
}

export type Rules = ReturnType<typeof createRules>;
