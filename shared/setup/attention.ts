import { hasFailed, type Activity, type ActivityKind, type RefusalReason } from './activity.ts';
import type { Connection } from './connection.ts';
import { isAllowed, TEST_USER_DOMAIN } from './domains.ts';

/** What an admin should look after. Each has one next action; which one is the page's to say. */
export const ATTENTION_CODES = [
  'plan-not-eligible',
  'not-set-up',
  'no-key',
  'key-expiring',
  'domain-missing',
  'activation-failed',
  'no-call-for-a-day',
  'failing-calls',
] as const;
export type AttentionCode = (typeof ATTENTION_CODES)[number];

/** A failed call as far as its sentence needs it, and how many were like it. */
export type FailedCalls = {
  call: { kind: ActivityKind; status: number; reason: RefusalReason | null; domain: string | null };
  count: number;
};

export type Attention =
  | { code: 'plan-not-eligible' | 'not-set-up' | 'no-key' | 'domain-missing' }
  | { code: 'key-expiring'; keyId: string; name: string; last4: string; expiresAt: string }
  | { code: 'activation-failed'; at: string; call: FailedCalls['call'] }
  | { code: 'no-call-for-a-day'; lastCallAt: string }
  | ({ code: 'failing-calls' } & FailedCalls);

/** All that it is told from. `calls` are the last day's failed ones, `tests` the latest of JumpCloud's tests, oldest first. */
export type AttentionFacts = {
  company: { eligible: boolean; primaryDomain: string; allowedDomains: string[] };
  connection: Connection;
  keys: { id: string; name: string; last4: string; expiresAt: string | null; revokedAt: string | null }[];
  calls: Activity[];
  tests: Activity[];
  /** When the latest call came, as ISO 8601; null when none ever did. */
  lastCallAt: string | null;
  /** ISO 8601. */
  now: string;
};

/** A key that ends within two weeks is worth replacing now. */
export const KEY_EXPIRES_SOON_MS = 14 * 86_400_000;
const MOST_FAILURES = 3;

/** What needs attention, the most pressing first: what stops everything, then what will, then what went wrong. */
export function attentionOf(facts: AttentionFacts): Attention[] {
  const { company, connection } = facts;
  // Nothing can work before, so nothing else is worth telling.
  if (!company.eligible) return [{ code: 'plan-not-eligible' }];
  return [
    ...withoutKey(facts),
    ...expiring(facts),
    ...(connection.since === null && !isAllowed(TEST_USER_DOMAIN, company)
      ? [{ code: 'domain-missing' } as const]
      : []),
    ...failedActivation(facts.tests),
    ...(connection.state === 'silent' && facts.lastCallAt !== null
      ? [{ code: 'no-call-for-a-day', lastCallAt: facts.lastCallAt } as const]
      : []),
    ...failures(facts.calls),
  ];
}

/** Who never had a key begins with the guided set-up; who lost theirs needs another one. */
function withoutKey({ connection, keys }: AttentionFacts): Attention[] {
  if (connection.state !== 'no-key') return [];
  return [{ code: keys.length === 0 ? 'not-set-up' : 'no-key' }];
}

function expiring({ keys, now }: AttentionFacts): Attention[] {
  return keys.flatMap(({ id, name, last4, expiresAt, revokedAt }) => {
    const left = expiresAt === null || revokedAt !== null ? Number.NaN : Date.parse(expiresAt) - Date.parse(now);
    if (!(left > 0 && left < KEY_EXPIRES_SOON_MS) || expiresAt === null) return [];
    return [{ code: 'key-expiring', keyId: id, name, last4, expiresAt } as const];
  });
}

/** JumpCloud removes its test user only when the whole test passed: what failed since then stopped the activation. */
function failedActivation(tests: Activity[]): Attention[] {
  const passed = tests.findLast((call) => call.kind === 'test-user-delete' && call.status < 400);
  const failed = tests.findLast(hasFailed);
  if (!failed || (passed && passed.id > failed.id)) return [];
  return [{ code: 'activation-failed', at: failed.time, call: essence(failed) }];
}

/** Failures of one cause are told once, the most frequent first. */
function failures(calls: Activity[]): Attention[] {
  const causes = new Map<string, FailedCalls>();
  for (const call of calls) {
    const cause = JSON.stringify([call.kind, call.status, call.reason, call.domain]);
    const known = causes.get(cause) ?? { call: essence(call), count: 0 };
    causes.set(cause, { ...known, count: known.count + 1 });
  }
  const told = [...causes.values()].sort((one, other) => other.count - one.count).slice(0, MOST_FAILURES);
  return told.map((cause) => ({ code: 'failing-calls', ...cause }));
}

function essence({ kind, status, reason, domain }: Activity): FailedCalls['call'] {
  return { kind, status, reason, domain };
}
