import { SILENCE_AFTER_PRESS_MS, SILENCE_AFTER_VERDICT_MS } from '../../shared/setup/diagnosis.ts';
import type { Evidence } from '../../shared/setup/evidence.ts';
import type { Problem } from '../../shared/setup/problems.ts';
import { isOfPress, lastFact, lastPress } from '../../shared/setup/progress.ts';
import { questionOf } from '../../shared/setup/question.ts';
import type { StepId } from '../../shared/setup/steps.ts';
import { serverSees } from '../../shared/setup/targets.ts';
import { lastWord, seen, stateOf, tabOf } from './known.ts';
import type { GuideState, TabState } from './state.ts';

/** Marks the evidence of a press that the admin may have called off, by answering no to the page. */
export const DECLINED = 'declined';

/** Steps whose success the server sees too. */
export const WIRE_STEPS: readonly StepId[] = ['jumpcloud.test-connection', 'jumpcloud.activate'];

/** How long a press whose outcome only the page shows may take, and how long a key that was made may take to be seen. */
const SHORT_WAIT_MS = 15_000;
const KEY_WAIT_MS = 10_000;
/** How long after the page's success the rest of the calls may take to be known here. */
const LAST_CALL_MS = 90_000;

/** Changes of the form after which an older test or activation says nothing any more. */
const REMEDIES: readonly StepId[] = [
  'jumpcloud.scim-version',
  'jumpcloud.base-url',
  'jumpcloud.token-key',
  'jumpcloud.test-user-email',
];

/** What is waited for after a press, and until when by this computer's clock; or what came of waiting in vain. */
export type Waiting =
  | { for: 'page' | 'server' | 'window'; until: number }
  /** A window of the page that came after the press, which only the admin answers. */
  | { for: 'window' }
  | { for: 'nothing'; problem: Problem | null };

const NOTHING: Waiting = { for: 'nothing', problem: null };

/** Whether the form was changed since the step was pressed, or since the page said that it failed. */
export function isOutdated(state: GuideState, step: StepId): boolean {
  const snapshot = seen(state);
  const attempt = attemptAt(state, step);
  if (!snapshot || !attempt || !WIRE_STEPS.includes(step)) return false;
  const remedies = step === 'jumpcloud.activate' ? [...REMEDIES, 'jumpcloud.group-management' as const] : REMEDIES;
  return remedies.some((remedy) => (lastFact(remedy, ['done'], snapshot)?.at ?? '') > attempt.at);
}

function attemptAt(state: GuideState, step: StepId): Evidence | null {
  const snapshot = seen(state);
  return snapshot && (lastPress(step, snapshot) ?? lastFact(step, ['page-failed', 'page-succeeded'], snapshot));
}

/** Whether what the last test or activation came to still speaks of the form as it is. */
export function causeStands(state: GuideState): boolean {
  // As the diagnosis does: of the steps that are open, since a test that passed makes no older activation fresh.
  const attempts = WIRE_STEPS.filter((step) => stateOf(state, step) === 'open').flatMap((step) => {
    const attempt = attemptAt(state, step);
    return attempt ? [attempt] : [];
  });
  const newest = attempts.reduce<Evidence | null>((one, other) => (one && one.at > other.at ? one : other), null);
  if (!newest) return true;
  return !isOutdated(state, newest.step) && lastWord(state, newest.step)?.fact !== 'open';
}

/** Where a pressed step stands. */
export function waitingFor(state: GuideState, step: StepId): Waiting {
  const snapshot = seen(state);
  if (!snapshot || stateOf(state, step) !== 'open' || isOutdated(state, step)) return NOTHING;
  const press = lastPress(step, snapshot);
  const last = lastWord(state, step);
  const isOnWire = WIRE_STEPS.includes(step) && serverSees(snapshot.session.target);
  if (press && !last) {
    const question = questionOf(step, snapshot);
    if (question?.fact === 'page-asks') {
      // A window that stays may be showing the key.
      return step === 'dialpad.generate-key' ? until(state, 'window', question, KEY_WAIT_MS) : { for: 'window' };
    }
    return until(state, 'page', question ?? press, patienceWith(step));
  }
  if (last && isComingAfterAll(state, step)) return until(state, 'page', last, SILENCE_AFTER_PRESS_MS);
  if (!last || !isOnWire) return NOTHING;
  // What the server saw may be on its way for a moment, and tells more than the page.
  if (last.fact === 'page-failed') return until(state, 'server', last, SILENCE_AFTER_VERDICT_MS);
  if (last.fact !== 'page-succeeded' && last.fact !== 'done') return NOTHING;
  const waiting = until(state, 'server', last, LAST_CALL_MS);
  return waiting.for === 'server'
    ? waiting
    : { for: 'nothing', problem: { code: 'jumpcloud-error', details: { at: last.at } } };
}

/**
 * Whether a form for a key was saved and no key was seen since: there may be one on the page that is not recognised, so
 * that nothing that is seen meanwhile leads to making another.
 */
export function isKeyUnseen(state: GuideState): boolean {
  const snapshot = seen(state);
  const step: StepId = 'dialpad.generate-key';
  if (!snapshot || stateOf(state, step) !== 'open') return false;
  return lastPress(step, snapshot) !== null && lastWord(state, step) === null;
}

function patienceWith(step: StepId): number {
  if (WIRE_STEPS.includes(step)) return SILENCE_AFTER_PRESS_MS;
  return step === 'dialpad.generate-key' ? KEY_WAIT_MS : SHORT_WAIT_MS;
}

/** Whether the server saw a call of the step's newest press, accepted or refused. */
export function hasArrived(state: GuideState, step: StepId): boolean {
  const snapshot = seen(state);
  const press = snapshot && lastPress(step, snapshot);
  if (!snapshot || !press) return false;
  const isOurs = (fingerprint: string): boolean => press.fingerprint === null || press.fingerprint === fingerprint;
  return (
    snapshot.activity.some((call) => isOfPress(call, press, press.at, snapshot)) ||
    snapshot.refused.some((call) => call.time >= press.at && isOurs(call.fingerprint))
  );
}

/** Whether a press that may have been called off turns out to be on its way. */
export function isComingAfterAll(state: GuideState, step: StepId): boolean {
  return wasDeclined(state, step) && hasArrived(state, step);
}

/** Whether a step is open because the admin may have called its press off. */
export function wasDeclined(state: GuideState, step: StepId): boolean {
  const last = lastWord(state, step);
  return last?.fact === 'open' && last.note === DECLINED;
}

/** Whether nothing was understood of what came of the step's newest press. While it is waited for, the step is not ready. */
export function isUnheard(state: GuideState, step: StepId): boolean {
  const snapshot = seen(state);
  if (!snapshot || !WIRE_STEPS.includes(step) || isOutdated(state, step)) return false;
  return lastPress(step, snapshot) !== null && lastWord(state, step) === null;
}

/** The page that the assistant pressed a step on, as long as it is there. */
export function pressedTab(state: GuideState, step: StepId): TabState | null {
  const press = state.presses[step];
  const tab = press ? tabOf(state, press.tabId) : null;
  return tab && tab.documentId === press?.documentId ? tab : null;
}

function until(state: GuideState, wanted: 'page' | 'server' | 'window', since: Evidence, ms: number): Waiting {
  const end = Date.parse(since.at) - state.clockOffsetMs + ms;
  return state.now < end ? { for: wanted, until: end } : NOTHING;
}

/** When the diagnosis of silence may change, by this computer's clock; null when it is not waited for. */
export function silenceEnds(state: GuideState, step: StepId): number | null {
  const last = lastWord(state, step);
  if (!last || !WIRE_STEPS.includes(step)) return null;
  const end = Date.parse(last.at) - state.clockOffsetMs + SILENCE_AFTER_VERDICT_MS;
  return end > state.now ? end : null;
}
