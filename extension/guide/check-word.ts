import { MASKED, type StepReading } from '../../shared/setup/observation.ts';
import { hinderedBy, type Hindrance } from '../../shared/setup/hindrances.ts';
import type { Problem, ProblemCode } from '../../shared/setup/problems.ts';
import type { StepId } from '../../shared/setup/steps.ts';
import { serverSees } from '../../shared/setup/targets.ts';
import { turn, type Turn } from './events.ts';
import { lastWord, readingOf, report, stateOf, tabOf } from './known.ts';
import { isOwnAddress } from './own-address.ts';
import { hasArrived, WIRE_STEPS } from './press.ts';
import type { GuideState } from './state.ts';
import { refuse } from './trouble.ts';

/**
 * The admin says that a step is done. It is believed where the page does not say otherwise; where the page or the server
 * do, the answer is the problem that says how.
 */
export function checkWord(state: GuideState, step: StepId, tabId: number | null): Turn {
  if (state.cursor?.why === 'look' && stateOf(state, step) !== 'open') {
    return turn({ ...state, cursor: null, trouble: null });
  }
  const reading = readingOf(tabOf(state, tabId), step);
  const problem = contradiction(state, step, reading);
  if (problem) return refuse(state, step, problem, 'when-changed', tabId);
  return turn(report({ ...state, trouble: null, cursor: null }, { step, fact: 'done', seenBy: 'admin' }));
}

function contradiction(state: GuideState, step: StepId, reading: StepReading | null): Problem | null {
  const target = state.snapshot?.session.target;
  if (step === 'eligibility')
    return { code: 'plan-not-eligible', details: { plan: state.snapshot?.company.plan ?? '' } };
  if (step === 'secondary-domain' && target !== 'dialpad') {
    return { code: 'secondary-domain-missing', details: { domain: 'jumpcloud.com' } };
  }
  if (step === 'retire-old-key' && target !== 'dialpad') return hinderedBy(NOT_YET);
  if (step === 'dialpad.save-key' && !state.held) return { code: 'key-not-seen', details: {} };
  if (step === 'dialpad.save-key' || reading?.state !== 'open') return null;
  // A page that does not even show the control is no witness against the admin.
  if (reading.stage === 'turn-page' || (reading.match !== 'unique' && reading.stage === null)) return null;
  // Nor is a field whose value it does not show.
  if (reading.note === MASKED) return null;
  if (step === 'jumpcloud.test-user-email' && isOwnAddress(state, reading)) return null;
  if (step === 'jumpcloud.test-connection' && isBorneOut(state, step)) return null;
  const details: Problem['details'] = reading.occupiedBy ? { seen: reading.occupiedBy } : {};
  return {
    code: codeOf(state, step, reading),
    details: reading.match === 'unique' ? { ...details, message: NOT_YET } : details,
  };
}

/** A page goes on offering a test that passed. Where the calls, if they are seen, say so too, the admin is believed. */
function isBorneOut(state: GuideState, step: StepId): boolean {
  const isFailed = lastWord(state, step)?.fact === 'page-failed';
  return !isFailed && stateOf(report(state, { step, fact: 'done', seenBy: 'admin' }), step) === 'done';
}

const NOT_YET: Hindrance = 'not-yet';

/** What the page shows instead, when a field is empty, and when something else is in it. */
const FIELD_PROBLEMS: Partial<Record<StepId, ProblemCode>> = {
  'jumpcloud.base-url': 'wrong-base-url',
  'jumpcloud.token-key': 'wrong-token',
  'jumpcloud.test-user-email': 'test-user-domain-refused',
};

const OTHER_PROBLEMS: Partial<Record<StepId, ProblemCode>> = {
  'jumpcloud.scim-version': 'scim-version-1',
  'jumpcloud.group-management': 'group-test-failed',
  'dialpad.generate-key': 'key-not-seen',
};

function codeOf(state: GuideState, step: StepId, reading: StepReading): ProblemCode {
  const ofField = FIELD_PROBLEMS[step];
  if (ofField) return reading.occupiedBy ? ofField : 'form-wiped';
  const isSilent = WIRE_STEPS.includes(step) && serverSees(state.snapshot?.session.target ?? 'server');
  return OTHER_PROBLEMS[step] ?? (isSilent && !hasArrived(state, step) ? 'no-request-arrived' : 'target-missing');
}
