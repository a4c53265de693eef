import type { Activity } from './activity.ts';
import { isAllowed, TEST_USER_DOMAIN } from './domains.ts';
import type { Evidence, EvidenceFact, EvidenceSource } from './evidence.ts';
import { flowOf, inFlow } from './flow.ts';
import type { SetupSnapshot } from './snapshot.ts';
import { notNeededFor, stepOf, stepsOf, type StepId } from './steps.ts';
import { serverSees } from './targets.ts';

export type StepState = 'done' | 'open' | 'not-needed' | 'skipped';

/** A step and what says so. */
export type StepProgress = {
  step: StepId;
  state: StepState;
  seenBy: EvidenceSource | null;
  /** ISO 8601 of the newest thing that says so, or null while open. */
  at: string | null;
  note: string | null;
};

/** Where a setup session stands. */
export type Progress = {
  steps: StepProgress[];
  /** The first step that needs work, or null when all is done. */
  current: StepId | null;
};

/** Calls that put a real user's account where JumpCloud wants it: created, or an older one taken over. */
const ARRIVALS: readonly Activity['kind'][] = ['create', 'update', 'reactivate'];

/**
 * Where a setup session stands, from what the pages and the server saw. Pure: the server, the setup page and the
 * assistant all run this same function, so they cannot disagree.
 */
export function progress(told: SetupSnapshot): Progress {
  const snapshot = inFlow(told);
  const ids = stepsOf(flowOf(snapshot)).map(({ id }) => id);
  const direct = new Map<StepId, StepProgress>(ids.map((step) => [step, directState(step, snapshot)]));
  const steps = ids.map((step) => impliedState(step, direct));
  return { steps, current: steps.find((entry) => entry.state === 'open')?.step ?? null };
}

/** The newest `pressed` of a step, or null. */
export function lastPress(step: StepId, snapshot: SetupSnapshot): Evidence | null {
  return lastFact(step, ['pressed'], snapshot);
}

/** The newest evidence of a step among those facts, or null. */
export function lastFact(step: StepId, facts: EvidenceFact[], snapshot: SetupSnapshot): Evidence | null {
  return snapshot.evidence.findLast((entry) => entry.step === step && facts.includes(entry.fact)) ?? null;
}

/** From when on evidence for a pressed step counts: its newest press, else the beginning of the session. */
export function countsFrom(step: StepId, snapshot: SetupSnapshot): string {
  return lastPress(step, snapshot)?.at ?? snapshot.session.createdAt;
}

/**
 * Whether a call belongs to a press: it came since, with the very key that the field held then. Where the page did not
 * show the field's content, any key of the company may have been it.
 */
export function isOfPress(call: Activity, press: Evidence | null, since: string, snapshot: SetupSnapshot): boolean {
  if (call.time < since) return false;
  const pressed = press?.fingerprint ?? null;
  if (pressed === null) return true;
  return snapshot.pressedKeys.some(({ fingerprint, last4 }) => fingerprint === pressed && last4 === call.keyLast4);
}

/** A step that a page held counts as done for good once the step that it led to is done. */
function impliedState(step: StepId, direct: Map<StepId, StepProgress>): StepProgress {
  const own = direct.get(step) ?? open(step);
  const until = milestoneOf(step);
  if (own.state !== 'open' || !until) return own;
  const milestone = impliedState(until, direct);
  if (milestone.state !== 'done') return own;
  return { step, state: 'done', seenBy: milestone.seenBy, at: milestone.at, note: null };
}

/** The key itself is needed until JumpCloud works with it: an assistant that lost it then has nothing to do over. */
function milestoneOf(step: StepId): StepId | undefined {
  if (step === 'dialpad.save-key') return 'jumpcloud.activate';
  return stepOf(step).heldByPageUntil as StepId | undefined;
}

function directState(step: StepId, snapshot: SetupSnapshot): StepProgress {
  if (notNeededFor(step, snapshot.session.target)) {
    return { step, state: 'not-needed', seenBy: 'server', at: snapshot.session.createdAt, note: null };
  }
  return serverState(step, snapshot) ?? byEvidence(step, snapshot);
}

/** What the server alone decides; null where a page's or the admin's word counts. */
function serverState(step: StepId, snapshot: SetupSnapshot): StepProgress | null {
  if (step === 'eligibility') {
    return snapshot.company.eligible ? byServer(step, snapshot.session.createdAt) : open(step);
  }
  if (step === 'retire-old-key') return oldKeyState(step, snapshot);
  if (step === 'secondary-domain' && isAllowed(TEST_USER_DOMAIN, snapshot.company)) {
    return byServer(step, snapshot.session.createdAt, TEST_USER_DOMAIN);
  }
  if (step === 'first-sync') {
    const arrivedAt = firstArrival(snapshot);
    if (arrivedAt) return byServer(step, arrivedAt);
  }
  if (stepOf(step).site !== 'server' || !serverSees(snapshot.session.target)) return null;
  // Nobody's word makes it done against the server's; the admin may only go on without it.
  const word = lastFact(step, ['skipped', 'open'], snapshot);
  return word?.fact === 'skipped' ? from(word, 'skipped') : open(step);
}

/** The replaced key's end, which the server knows of the keys that it issued; of others the admin's word counts. */
function oldKeyState(step: StepId, snapshot: SetupSnapshot): StepProgress | null {
  if (!serverSees(snapshot.session.target)) return null;
  const { oldKey, session } = snapshot;
  if (!oldKey) return { step, state: 'not-needed', seenBy: 'server', at: session.createdAt, note: null };
  if (oldKey.retiredAt) return byServer(step, oldKey.retiredAt, oldKey.last4);
  const word = lastFact(step, ['skipped', 'open'], snapshot);
  return word?.fact === 'skipped' ? from(word, 'skipped') : open(step);
}

/** When the first real user came: an account made since the session began, or an older one taken over since Activate. */
function firstArrival(snapshot: SetupSnapshot): string | null {
  if (snapshot.firstUserAt && snapshot.firstUserAt >= snapshot.session.createdAt) return snapshot.firstUserAt;
  const since = countsFrom('jumpcloud.activate', snapshot);
  const arrived = ({ kind, status, time }: Activity) => ARRIVALS.includes(kind) && status < 300 && time >= since;
  return snapshot.activity.find(arrived)?.time ?? null;
}

function byEvidence(step: StepId, snapshot: SetupSnapshot): StepProgress {
  const press = lastPress(step, snapshot);
  const last = lastFact(step, ['done', 'not-needed', 'skipped', 'open', 'page-succeeded', 'page-failed'], snapshot);
  if (!last || (press && last.at < press.at)) return open(step);
  if (last.fact === 'not-needed') return from(last, 'not-needed');
  if (last.fact === 'skipped') return stepOf(step).skippable ? from(last, 'skipped') : open(step);
  if (last.fact === 'open' || last.fact === 'page-failed') return open(step);
  const seen = serverSees(snapshot.session.target) ? wireEvidence(step, snapshot) : 'not-asked';
  if (seen === 'not-asked') return from(last, 'done');
  return seen ? { ...from(last, 'done'), at: later(last.at, seen.time) } : open(step);
}

/** What the server must have seen for a step: the call that completes it, null while it has not, or `not-asked`. */
function wireEvidence(step: StepId, snapshot: SetupSnapshot): Activity | null | 'not-asked' {
  const since = countsFrom(step, snapshot);
  const press = lastPress(step, snapshot);
  const calls = snapshot.activity.filter((call) => isOfPress(call, press, since, snapshot));
  if (step === 'jumpcloud.test-connection') return calls.find((call) => call.status < 400) ?? null;
  if (step === 'jumpcloud.activate') {
    const created = calls.findIndex((call) => call.kind === 'test-user-create' && call.status === 201);
    if (created < 0) return null;
    return calls.slice(created).find((call) => call.kind === 'test-user-delete' && call.status === 204) ?? null;
  }
  return 'not-asked';
}

function open(step: StepId): StepProgress {
  return { step, state: 'open', seenBy: null, at: null, note: null };
}

function byServer(step: StepId, at: string, note: string | null = null): StepProgress {
  return { step, state: 'done', seenBy: 'server', at, note };
}

function from(evidence: Evidence, state: StepState): StepProgress {
  return { step: evidence.step, state, seenBy: evidence.seenBy, at: evidence.at, note: evidence.note };
}

function later(one: string, other: string): string {
  return one > other ? one : other;
}
