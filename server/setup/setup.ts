import type { DomainRequest } from '../../shared/setup/domain-request.ts';
import { TEST_USER_DOMAIN } from '../../shared/setup/domains.ts';
import type { ActivityRecord } from '../activity/activity-record.ts';
import type { Along } from '../db/database.ts';
import type { Companies, Company } from '../companies/companies.ts';
import { notFound } from '../errors.ts';
import type { Keys } from '../keys/keys.ts';
import { createCompanyChanges } from './changes.ts';
import type { EvidenceStore } from './evidence-store.ts';
import { createSetupEvidence } from './evidence.ts';
import type { GuidanceStore } from './guidance-store.ts';
import { createSessionGuidance } from './guidance.ts';
import { createSessionKeys } from './session-key.ts';
import { createSetupSessions, type SetupSession } from './sessions.ts';
import { createSnapshots } from './snapshots.ts';
import type { SetupStore } from './store.ts';
import type { TestAddresses } from './test-addresses.ts';
import { createSessionWatch } from './watch.ts';

export type SetupDeps = {
  store: SetupStore;
  evidenceStore: EvidenceStore;
  guidanceStore: GuidanceStore;
  testAddresses: TestAddresses;
  companies: Companies;
  keys: Keys;
  activity: ActivityRecord;
  /** Asks support to allow that domain, in the name of who is told. */
  askForDomain: (company: Company, domain: string, askedBy: string, along: Along) => Promise<DomainRequest>;
  /** What the company asked support for, for that domain, or null. */
  domainRequestOf: (company: Company, domain: string) => Promise<DomainRequest | null>;
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
  const guidance = createSessionGuidance({ ...deps, store: deps.guidanceStore, changed });
  const sessions = createSetupSessions({ ...deps, changed, isShared: guidance.isShared });
  const snapshots = createSnapshots({
    ...deps,
    evidence: deps.evidenceStore,
    guidanceOf: (session) => guidance.of(session),
  });

  async function companyOf(session: SetupSession): Promise<Company> {
    const company = await deps.companies.byId(session.companyId);
    if (!company) throw notFound('Company');
    return company;
  }

  return {
    sessions,
    guidance,
    snapshots,
    /** To be called when a company changed in a way that its sessions show: plan, domains. */
    changed,

    /**
     * Calls back when something of a company, or of any when it is null, may have changed, in this process or another.
     * Returns the function that ends it.
     */
    onChange(companyId: string | null, listener: () => void): () => void {
      const endings = [
        companyId === null ? changes.watchAll(listener) : changes.watch(companyId, listener),
        deps.onForeignChange(listener),
      ];
      return () => endings.forEach((end) => end());
    },

    evidence: createSetupEvidence({ store: deps.evidenceStore, now: deps.now, changed }),
    keys: createSessionKeys(deps),
    watch: createSessionWatch({ ...deps, sessions, snapshots, changes }),

    /** Asks support to allow the domain of JumpCloud's test user. @throws DomainError 409 when it is allowed already. */
    async askForDomain(session: SetupSession, along: Along): Promise<DomainRequest> {
      const company = await companyOf(session);
      const request = await deps.askForDomain(company, TEST_USER_DOMAIN, `setup link ${session.id}`, along);
      changed(session.companyId);
      return request;
    },

    /** A fresh address on the company's primary domain for JumpCloud's Test User Email. */
    async issueTestAddress(session: SetupSession): Promise<string> {
      const company = await companyOf(session);
      const address = await deps.testAddresses.issue(session, company.primaryDomain);
      changed(session.companyId);
      return address;
    },
  };
}

export type Setup = ReturnType<typeof createSetup>;
