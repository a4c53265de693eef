import { createHash } from 'node:crypto';
import type { Activity } from '../../shared/setup/activity.ts';
import { diagnosis } from '../../shared/setup/diagnosis.ts';
import type { DomainRequest } from '../../shared/setup/domain-request.ts';
import { TEST_USER_DOMAIN } from '../../shared/setup/domains.ts';
import type { Guidance } from '../../shared/setup/guidance.ts';
import type { SetupSnapshot } from '../../shared/setup/snapshot.ts';
import { DIALPAD_SCIM_BASE_URL } from '../../shared/setup/targets.ts';
import type { ActivityRecord, RecordedCall } from '../activity/activity-record.ts';
import type { Companies, Company } from '../companies/companies.ts';
import { notFound } from '../errors.ts';
import type { Keys } from '../keys/keys.ts';
import type { EvidenceStore } from './evidence-store.ts';
import { isPublicAddress } from './public-address.ts';
import { createKeysSeen } from './session-keys-seen.ts';
import type { SetupSession, SetupStore } from './store.ts';
import type { TestAddresses } from './test-addresses.ts';

type Deps = {
  store: SetupStore;
  evidence: EvidenceStore;
  testAddresses: TestAddresses;
  companies: Companies;
  keys: Keys;
  activity: ActivityRecord;
  guidanceOf: (session: SetupSession) => Promise<Guidance | null>;
  domainRequestOf: (company: Company, domain: string) => Promise<DomainRequest | null>;
  /** When the first account that is no test user was made since then (ISO 8601), or null. */
  firstUserAt: (companyId: string, since: string) => Promise<string | null>;
  publicUrl: string;
  now: () => Date;
};

const SHOWN_CALLS = 200;
/** Calls that prove a step, kept in the snapshot when a first sync of many users has pushed them out of the latest ones. */
const SHOWN_PROOFS = 60;

/** All that is known of a setup session at one moment, put together from everywhere. */
export function createSnapshots(deps: Deps) {
  const { store, evidence, testAddresses, companies, activity, publicUrl, now } = deps;
  const keysSeen = createKeysSeen(deps);

  async function of(session: SetupSession): Promise<SetupSnapshot> {
    const company = await companies.byId(session.companyId);
    if (!company) throw notFound('Company');
    // What a page saw the end of has reached the record, too.
    await activity.flush();
    const seen = await evidence.newest(session);
    const [addresses, browsers, calls, ofKeys, firstUserAt, domainRequest, guidance] = await Promise.all([
      testAddresses.ofSession(session),
      store.browsers(session),
      callsOf(session),
      keysSeen.of(session, seen),
      deps.firstUserAt(company.id, session.createdAt),
      deps.domainRequestOf(company, TEST_USER_DOMAIN),
      deps.guidanceOf(session),
    ]);
    const { id, target, flow, createdAt, expiresAt } = session;
    return {
      session: { id, target, flow, createdAt, expiresAt },
      company: companyOf(company),
      domainRequest,
      guidance,
      baseUrl: target === 'dialpad' ? DIALPAD_SCIM_BASE_URL : `${publicUrl}/scim/v2`,
      reachable: target === 'dialpad' || isPublicAddress(publicUrl),
      testAddresses: addresses,
      browsers,
      evidence: seen,
      activity: calls,
      ...ofKeys,
      firstUserAt,
      now: now().toISOString(),
    };
  }

  async function callsOf({ companyId, createdAt }: SetupSession): Promise<Activity[]> {
    const [latest, proofs] = await Promise.all([
      activity.since(companyId, { time: createdAt }, SHOWN_CALLS),
      activity.tests(companyId, createdAt, SHOWN_PROOFS),
    ]);
    const oldest = latest[0]?.id ?? 0;
    return [...proofs.filter((call) => call.id < oldest), ...latest].map(withoutUser);
  }

  return { of };
}

export type Snapshots = ReturnType<typeof createSnapshots>;

/** Names what a snapshot says, whatever its clock: the id of an event of the stream. */
export function digestOf(snapshot: SetupSnapshot): string {
  const content = { ...snapshot, now: null, problem: diagnosis(snapshot) };
  return createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 16);
}

/** Who holds a setup link need not know which users there are. */
function withoutUser({ userId: _userId, changed: _changed, ...call }: RecordedCall): Activity {
  return call;
}

function companyOf({ id, name, product, plan, eligible, primaryDomain, allowedDomains }: Company) {
  return { id, name, product, plan, eligible, primaryDomain, allowedDomains };
}
