import type { Activity, RefusedCall } from './activity.ts';
import { isAllowed, TEST_USER_DOMAIN } from './domains.ts';
import type { Evidence } from './evidence.ts';
import type { Problem } from './problems.ts';
import { questionOf } from './question.ts';
import { inFlow } from './flow.ts';
import { KEY_DAMAGED, KEY_NOT_BEARER } from './key-notes.ts';
import { countsFrom, isOfPress, lastFact, lastPress, progress, type Progress } from './progress.ts';
import type { SetupSnapshot } from './snapshot.ts';
import { stepIndex, type StepId } from './steps.ts';
import { serverSees } from './targets.ts';

/** Steps after which JumpCloud says no more than "There was a problem", so that the server's word is needed. */
const PRESSED_STEPS = ['jumpcloud.test-connection', 'jumpcloud.activate'] as const satisfies readonly StepId[];

/** Steps that JumpCloud keeps to itself. */
const SAVED_STEPS: readonly StepId[] = ['jumpcloud.save', 'jumpcloud.user-groups'];

/** Said of a wrong token: it is another company's key. */
export const KEY_ELSEWHERE = 'key-elsewhere';

/** Said of a call that did not arrive though the page says that it was answered well. */
export const ANSWERED_ELSEWHERE = 'answered-elsewhere';

/** The calls of a press are recorded in batches, so silence is believed only this long after the page's verdict. */
export const SILENCE_AFTER_VERDICT_MS = 1_000;

/** JumpCloud was seen to take 150 s for its test; a press without a word after this long is a problem of its own. */
export const SILENCE_AFTER_PRESS_MS = 180_000;

/**
 * A press of the assistant or of the admin, with what the page said of it. `lost`: it never happened, or the page that
 * would have answered is gone; nothing more is to be waited for.
 */
type Attempt = { step: StepId; since: string; press: Evidence | null; verdict: Evidence | null; lost: boolean };

/** What the wire tells of an attempt: a cause, one that went away since, or nothing. */
type Finding = { kind: 'cause'; problem: Problem } | { kind: 'gone' } | { kind: 'nothing' };

/**
 * The cause of what stands in the way of a setup session, from evidence and activity, or null. Pure, and run on both
 * ends. What JumpCloud shows is the same for most causes; what the server saw is not. A cause that went away (a domain
 * since allowed, a plan since changed) is no problem any more.
 */
export function diagnosis(told: SetupSnapshot): Problem | null {
  const snapshot = inFlow(told);
  const { company } = snapshot;
  if (!company.eligible) {
    return { code: 'plan-not-eligible', details: { plan: company.plan, seen: company.product } };
  }
  const standing = progress(snapshot);
  if (standing.current === 'secondary-domain') {
    return { code: 'secondary-domain-missing', details: { domain: TEST_USER_DOMAIN } };
  }
  const attempt = latestAttempt(standing, snapshot);
  return attempt ? ofAttempt(attempt, snapshot) : ofSave(standing, snapshot);
}

/** A Save makes no call: why it failed is known to the page alone. */
function ofSave({ current }: Progress, snapshot: SetupSnapshot): Problem | null {
  const saved = SAVED_STEPS.find((step) => step === current);
  const verdict = saved ? attemptAt(saved, snapshot)?.verdict : null;
  return verdict?.fact === 'page-failed' ? jumpcloudError({ message: verdict.note ?? '' }) : null;
}

/**
 * The newest attempt of all, where its step is still open, while the walk stands at one of the pressed steps. A failed Activate
 * brings back Test Connection on newer consoles, so the attempt may be at a later step than the current one.
 */
function latestAttempt({ current, steps }: Progress, snapshot: SetupSnapshot): Attempt | null {
  const [first, last] = PRESSED_STEPS;
  if (!current || stepIndex(current) < stepIndex(first) || stepIndex(current) > stepIndex(last)) return null;
  const attempts = PRESSED_STEPS.flatMap((step) => attemptAt(step, snapshot) ?? []);
  const [newest] = attempts.sort((one, other) => (atOf(one) > atOf(other) ? -1 : 1));
  // A test that passed since makes an older failure of the activation old news.
  const isOpen = steps.some(({ step, state }) => step === newest?.step && state === 'open');
  return newest && isOpen ? newest : null;
}

function attemptAt(step: StepId, snapshot: SetupSnapshot): Attempt | null {
  const press = lastPress(step, snapshot);
  const since = countsFrom(step, snapshot);
  const said = lastFact(step, ['page-succeeded', 'page-failed'], snapshot);
  const verdict = said && said.at >= since ? said : null;
  const reopened = lastFact(step, ['open'], snapshot);
  const lost = !verdict && reopened !== null && reopened.at >= since;
  return press || verdict ? { step, since, press, verdict, lost } : null;
}

function atOf({ press, verdict }: Attempt): string {
  return verdict?.at ?? press?.at ?? '';
}

function ofAttempt(attempt: Attempt, snapshot: SetupSnapshot): Problem | null {
  const { verdict } = attempt;
  if (!serverSees(snapshot.session.target)) {
    return verdict?.fact === 'page-failed' ? jumpcloudError({ message: verdict.note ?? '' }) : null;
  }
  const found = fromWire(attempt, snapshot);
  if (found.kind === 'cause') return found.problem;
  return found.kind === 'gone' ? null : fromSilence(attempt, snapshot);
}

/** What the server saw since the press, when it explains a failure. */
function fromWire({ since, press }: Attempt, snapshot: SetupSnapshot): Finding {
  const calls = snapshot.activity.filter((call) => isOfPress(call, press, since, snapshot));
  const failure = calls.findLast((call) => isFailure(call) && !succeededAfter(call, calls));
  const refused = snapshot.refused.findLast((call) => call.time >= since && isPressed(call, press));
  if (refused && (!failure || refused.time > failure.time)) {
    return { kind: 'cause', problem: fromRefused(refused, press, snapshot) };
  }
  if (!failure) return { kind: 'nothing' };
  const problem = fromCall(failure, snapshot);
  return problem ? { kind: 'cause', problem } : { kind: 'gone' };
}

/** A press whose field could not be read may have been any of those that this session saw. */
function isPressed(call: RefusedCall, press: Evidence | null): boolean {
  return press === null || press.fingerprint === null || press.fingerprint === call.fingerprint;
}

/** Another company's key works, only not for this one; what is no key at all was refused, or came to a wrong address. */
function fromRefused(call: RefusedCall, press: Evidence | null, { baseUrl }: SetupSnapshot): Problem {
  const { time, route, status, elsewhere } = call;
  if (elsewhere) return { code: 'wrong-token', details: { at: time, route, message: KEY_ELSEWHERE } };
  const details = { at: time, route, status };
  if (status === 404) return { code: 'wrong-base-url', details: { ...details, expected: baseUrl } };
  return { code: 'wrong-token', details: press?.note === KEY_DAMAGED ? { ...details, message: KEY_DAMAGED } : details };
}

/** A 404 to a look-up is part of the test, not a failure of it. */
function isFailure(call: Activity): boolean {
  return call.status >= 400 && !(call.status === 404 && (call.kind === 'lookup' || call.kind === 'read'));
}

/** JumpCloud repeats a call that failed: the same call, answered well later, makes up for it. */
function succeededAfter(call: Activity, calls: Activity[]): boolean {
  return calls.some(
    (other) =>
      other.id > call.id &&
      other.status < 400 &&
      other.method === call.method &&
      other.route === call.route &&
      (other.kind === call.kind || call.kind === 'refused'),
  );
}

/** The problem that a failed call shows, or null when its cause is gone. */
function fromCall(call: Activity, snapshot: SetupSnapshot): Problem | null {
  const details = { at: call.time, status: call.status, route: call.route };
  switch (call.reason) {
    case 'domain-not-allowed':
      return domainRefused(call, snapshot);
    case 'user-exists':
      return { code: 'test-user-exists', details };
    case 'not-a-scim-path':
      return { code: 'wrong-base-url', details: { ...details, expected: snapshot.baseUrl } };
    case 'key-revoked':
    case 'key-expired':
    case KEY_NOT_BEARER:
    case 'scope-missing':
      return { code: 'wrong-token', details: { ...details, last4: call.keyLast4 ?? '', message: call.reason } };
    case 'plan-not-eligible':
      return null; // eligible by now, or the diagnosis would have ended with the plan
    case 'group-exists':
    case 'groups-off':
      return { code: 'group-test-failed', details };
    case 'rate-limited':
    case 'unavailable':
    case 'server-error':
      return jumpcloudError({ ...details, message: call.reason });
    case 'invalid':
    case null:
      return isGroupCall(call) ? { code: 'group-test-failed', details } : jumpcloudError(details);
  }
}

function isGroupCall(call: Activity): boolean {
  return call.kind === 'test-group' || call.kind === 'group' || /\/Groups(\/|$)/.test(call.route);
}

function domainRefused(call: Activity, snapshot: SetupSnapshot): Problem | null {
  const domain = call.domain ?? '';
  if (isAllowed(domain, snapshot.company)) return null;
  const code = domain === TEST_USER_DOMAIN ? 'secondary-domain-missing' : 'test-user-domain-refused';
  return { code, details: { domain, at: call.time, status: call.status } };
}

/** The server saw nothing wrong, or nothing at all: what the page says, and for how long, has to do. */
function fromSilence({ step, since, press, verdict, lost }: Attempt, snapshot: SetupSnapshot): Problem | null {
  const question = questionOf(step, snapshot);
  // What the page asked first is no silence of JumpCloud's.
  if (lost || (!verdict && question?.fact === 'page-asks')) return null;
  const arrived = snapshot.activity.some((call) => isOfPress(call, press, since, snapshot));
  const waited = Date.parse(snapshot.now) - Date.parse((verdict ?? question ?? press)?.at ?? snapshot.now);
  if (waited < (verdict ? SILENCE_AFTER_VERDICT_MS : SILENCE_AFTER_PRESS_MS)) return null;
  if (arrived) return verdict?.fact === 'page-failed' ? jumpcloudError({ message: verdict.note ?? '' }) : null;
  // The page's success without a call of ours says that its Base URL leads to another server.
  if (verdict?.fact !== 'page-succeeded' && !snapshot.reachable) {
    return { code: 'not-public', details: { expected: snapshot.baseUrl } };
  }
  const details = { expected: snapshot.baseUrl, at: since };
  const isAnswered = verdict?.fact === 'page-succeeded';
  return { code: 'no-request-arrived', details: isAnswered ? { ...details, message: ANSWERED_ELSEWHERE } : details };
}

function jumpcloudError(details: Problem['details']): Problem {
  return { code: 'jumpcloud-error', details };
}
