import type { Activity, ActivityKind, RefusalReason } from '../../../shared/setup/activity.ts';
import type { Evidence, EvidenceFact } from '../../../shared/setup/evidence.ts';
import type { SetupSnapshot, SnapshotCompany } from '../../../shared/setup/snapshot.ts';
import type { Flow, StepId } from '../../../shared/setup/steps.ts';
import type { Target } from '../../../shared/setup/targets.ts';

/** The key that calls here carry, and that presses with its fingerprint had in the field. */
export const PRESSED_KEY = { fingerprint: '0123456789abcdef', last4: '9F3K' };
const BEGAN = Date.parse('2026-03-01T09:00:00.000Z');

/** The time so many seconds after the session began. */
export function at(seconds: number): string {
  return new Date(BEGAN + seconds * 1000).toISOString();
}

export function seen(step: StepId, fact: EvidenceFact, seconds: number, more: Partial<Evidence> = {}): Evidence {
  return { step, fact, seenBy: 'page', at: at(seconds), note: null, fingerprint: null, ...more };
}

let calls = 0;

export function call(kind: ActivityKind, status: number, seconds: number, more: Partial<Activity> = {}): Activity {
  calls += 1;
  return {
    id: calls,
    time: at(seconds),
    method: METHODS[kind] ?? 'GET',
    route: /group/.test(kind) ? '/Groups' : kind.endsWith('create') || kind === 'lookup' ? '/Users' : '/Users/{id}',
    status,
    scimType: null,
    kind,
    reason: null,
    domain: null,
    keyLast4: '9F3K',
    durationMs: 4,
    ...more,
  };
}

export function refusal(kind: ActivityKind, status: number, reason: RefusalReason, seconds: number, domain?: string) {
  return call(kind, status, seconds, { reason, domain: domain ?? null });
}

const METHODS: Partial<Record<ActivityKind, string>> = {
  'test-user-create': 'POST',
  'test-user-update': 'PUT',
  'test-user-delete': 'DELETE',
  'test-group': 'POST',
  create: 'POST',
  update: 'PUT',
  delete: 'DELETE',
};

export type SnapshotChange = Partial<Omit<SetupSnapshot, 'session' | 'company' | 'now'>> & {
  target?: Target;
  flow?: Flow;
  company?: Partial<SnapshotCompany>;
  /** Seconds after the session began; an hour unless told otherwise. */
  now?: number;
};

/** A session of a company that may use SCIM and has jumpcloud.com allowed, in which nothing has happened yet. */
export function snapshot({
  target = 'server',
  flow = 'setup',
  company = {},
  now = 3600,
  ...rest
}: SnapshotChange = {}): SetupSnapshot {
  return {
    session: { id: 's1', target, flow, createdAt: at(0), expiresAt: at(3 * 86_400) },
    company: {
      id: 'c1',
      name: 'Acme',
      product: 'ai-voice',
      plan: 'pro',
      eligible: true,
      primaryDomain: 'acme.example',
      allowedDomains: ['jumpcloud.com'],
      ...company,
    },
    domainRequest: null,
    guidance: null,
    baseUrl: 'https://scim.example.com/scim/v2',
    reachable: true,
    testAddresses: [],
    browsers: [],
    evidence: [],
    activity: [],
    refused: [],
    pressedKeys: [PRESSED_KEY],
    oldKey: null,
    firstUserAt: null,
    now: at(now),
    ...rest,
  };
}

/** Evidence that brings the walk to Test Connection. */
export function upToTestConnection(): Evidence[] {
  const steps: StepId[] = [
    'dialpad.save-key',
    'jumpcloud.open-application',
    'jumpcloud.identity-management',
    'jumpcloud.configuration-settings',
    'jumpcloud.scim-version',
    'jumpcloud.base-url',
    'jumpcloud.token-key',
    'jumpcloud.test-user-email',
  ];
  return steps.map((step, index) => seen(step, 'done', index + 1));
}

/** A cycle of the test user: made and removed. */
export function cycle(seconds: number): Activity[] {
  return [
    call('lookup', 404, seconds),
    call('test-user-create', 201, seconds),
    call('test-user-update', 200, seconds),
    call('test-group', 201, seconds),
    call('test-user-delete', 204, seconds + 1),
  ];
}

/** Test Connection pressed at 20 s and passed, with the call that it made. */
export function upToActivate(): { evidence: Evidence[]; activity: Activity[] } {
  return {
    evidence: [
      ...upToTestConnection(),
      seen('jumpcloud.test-connection', 'pressed', 20),
      seen('jumpcloud.test-connection', 'page-succeeded', 22),
      seen('jumpcloud.group-management', 'done', 23),
    ],
    activity: [call('list', 200, 21)],
  };
}
