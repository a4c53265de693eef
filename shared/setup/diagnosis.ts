import type { Activity } from './activity.ts';
import { isAllowed, TEST_USER_DOMAIN } from './domains.ts';
import type { Problem } from './problems.ts';
import { countsFrom, lastFact, lastPress, progress } from './progress.ts';
import type { SetupSnapshot } from './snapshot.ts';
import { serverSees } from './targets.ts';
import type { StepId } from './steps.ts';

/** Steps after which JumpCloud says no more than "There was a problem", so that the server's word is needed. */
const PRESSED_STEPS = ['jumpcloud.activate', 'jumpcloud.test-connection'] as const satisfies readonly StepId[];

/**
 * The cause of what stands in the way of a setup session, from evidence and activity, or null. Pure, and run on both
 * ends. What JumpCloud shows is the same for most causes; what the server saw is not. A cause that went away (a domain
 * since allowed, a plan since changed) is no problem any more.
 */
export function diagnosis(snapshot: SetupSnapshot): Problem | null {
  const { company } = snapshot;
  if (!company.eligible) {
    return { code: 'plan-not-eligible', details: { plan: company.plan, seen: company.product } };
  }
  const { current } = progress(snapshot);
  if (current === 'secondary-domain') {
    return { code: 'secondary-domain-missing', details: { domain: TEST_USER_DOMAIN } };
  }
  const pressed = PRESSED_STEPS.find((step) => step === current);
  return pressed ? afterPress(pressed, snapshot) : null;
}

function afterPress(step: StepId, snapshot: SetupSnapshot): Problem | null {
  const press = lastPress(step, snapshot);
  const verdict = lastFact(step, ['page-succeeded', 'page-failed', 'open'], snapshot);
  const since = countsFrom(step, snapshot);
  const failed = verdict?.fact === 'page-failed' && verdict.at >= since;
  if (!press && !failed) return null;
  if (!serverSees(snapshot.session.target)) {
    return failed ? { code: 'jumpcloud-error', details: { message: verdict.note ?? '' } } : null;
  }
  return fromWire(snapshot, since) ?? (failed ? fromSilence(snapshot, since, verdict.note) : null);
}

/** What the server saw since the press, when it explains a failure. */
function fromWire(snapshot: SetupSnapshot, since: string): Problem | null {
  const refused = snapshot.refused.findLast((call) => call.time >= since);
  const calls = snapshot.activity.filter((call) => call.time >= since);
  const failure = calls.findLast(isFailure);
  if (failure && (!refused || failure.time >= refused.time)) return fromCall(failure, calls, snapshot);
  return refused ? { code: 'wrong-token', details: { at: refused.time, status: 401, route: refused.route } } : null;
}

/** A 404 to a look-up is part of the test, not a failure of it. */
function isFailure(call: Activity): boolean {
  return call.status >= 400 && !(call.status === 404 && (call.kind === 'lookup' || call.kind === 'read'));
}

function fromCall(call: Activity, calls: Activity[], snapshot: SetupSnapshot): Problem | null {
  const details = { at: call.time, status: call.status, route: call.route };
  const succeededSince = calls.some((other) => other.id > call.id && other.kind === call.kind && other.status < 400);
  if (succeededSince) return null;
  if (call.reason === 'domain-not-allowed') return domainRefused(call, snapshot);
  if (call.reason === 'user-exists') return { code: 'test-user-exists', details };
  if (call.reason === 'not-a-scim-path') {
    return { code: 'wrong-base-url', details: { ...details, expected: snapshot.baseUrl } };
  }
  if (call.reason === 'key-revoked' || call.reason === 'key-expired' || call.reason === 'scope-missing') {
    return { code: 'wrong-token', details: { ...details, last4: call.keyLast4 ?? '', message: call.reason } };
  }
  if (call.reason === 'plan-not-eligible') return null; // eligible by now, or diagnosis would not have come here
  if (call.kind === 'test-group' || call.kind === 'group') return { code: 'group-test-failed', details };
  return { code: 'jumpcloud-error', details };
}

function domainRefused(call: Activity, snapshot: SetupSnapshot): Problem | null {
  const domain = call.domain ?? '';
  if (isAllowed(domain, snapshot.company)) return null;
  const code = domain === TEST_USER_DOMAIN ? 'secondary-domain-missing' : 'test-user-domain-refused';
  return { code, details: { domain, at: call.time, status: call.status } };
}

/** JumpCloud says that it failed and the server saw nothing wrong, or nothing at all. */
function fromSilence(snapshot: SetupSnapshot, since: string, message: string | null): Problem {
  const arrived = snapshot.activity.some((call) => call.time >= since);
  if (arrived) return { code: 'jumpcloud-error', details: { message: message ?? '' } };
  if (!snapshot.reachable) return { code: 'not-public', details: { expected: snapshot.baseUrl } };
  return { code: 'no-request-arrived', details: { expected: snapshot.baseUrl, at: since } };
}
