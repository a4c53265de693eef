import type { ActivityRecord } from '../activity/activity-record.ts';
import type { Companies } from '../companies/companies.ts';
import { notFound } from '../errors.ts';
import type { Keys } from '../keys/keys.ts';
import { createCompanyChanges } from './changes.ts';
import type { EvidenceStore } from './evidence-store.ts';
import { createSetupEvidence } from './evidence.ts';
import { createSessionKeys } from './session-key.ts';
import { createSetupSessions, type SetupSession } from './sessions.ts';
import { createSnapshots } from './snapshots.ts';
import type { SetupStore } from './store.ts';
import type { TestAddresses } from './test-addresses.ts';
import { createSessionWatch } from './watch.ts';

export type SetupDeps = {
  store: SetupStore;
  evidenceStore: EvidenceStore;
  testAddresses: TestAddresses;
  companies: Companies;
  keys: Keys;
  activity: ActivityRecord;
  /** When the first account that is no test user was made since then (ISO 8601), or null. */
  firstUserAt: (companyId: string, since: string) => Promise<string | null>;
  /** What JumpCloud and browsers use, without a trailing slash. */
  publicUrl: string;
  now: () => Date;
  onForeignChange: (listener: () => void) => () => void;
  onError: (error: unknown) => void;
};

/** Guided setup: sessions and their links, what was seen in them, and following them live. */
export function createSetup(deps: SetupDeps) {
  const changes = createCompanyChanges();
  const changed = (companyId: string) => changes.changed(companyId);
  const sessions = createSetupSessions({ ...deps, changed });
  const snapshots = createSnapshots({ ...deps, evidence: deps.evidenceStore });

  return {
    sessions,
    snapshots,
    /** To be called when a company changed in a way that its sessions show: plan, domains. */
    changed,
    evidence: createSetupEvidence({ store: deps.evidenceStore, now: deps.now, changed }),
    keys: createSessionKeys(deps),
    watch: createSessionWatch({ ...deps, sessions, snapshots, changes }),

    /** A fresh address on the company's primary domain for JumpCloud's Test User Email. */
    async issueTestAddress(session: SetupSession): Promise<string> {
      const company = await deps.companies.byId(session.companyId);
      if (!company) throw notFound('Company');
      const address = await deps.testAddresses.issue(session, company.primaryDomain);
      changed(session.companyId);
      return address;
    },
  };
}

export type Setup = ReturnType<typeof createSetup>;
