import type { StepReading } from '../../shared/setup/observation.ts';
import type { Problem, ProblemCode } from '../../shared/setup/problems.ts';
import { stepOf, type StepId } from '../../shared/setup/steps.ts';
import { turn, type Turn } from './events.ts';
import { readingOf, report, stateOf, tabOf } from './known.ts';
import { refuse } from './perform.ts';
import type { GuideState } from './state.ts';

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
  if (step === 'dialpad.save-key' && !state.held) return { code: 'key-not-seen', details: {} };
  if (step === 'dialpad.save-key' || reading?.state !== 'open') return null;
  // A page that does not even show the control is no witness against the admin.
  if (reading.match !== 'unique' && reading.stage === null) return null;
  return { code: codeOf(step, reading), details: reading.occupiedBy ? { seen: reading.occupiedBy } : {} };
}

function codeOf(step: StepId, reading: StepReading): ProblemCode {
  switch (step) {
    case 'jumpcloud.scim-version':
      return 'scim-version-1';
    case 'jumpcloud.base-url':
      return reading.occupiedBy ? 'wrong-base-url' : 'form-wiped';
    case 'jumpcloud.token-key':
      return reading.occupiedBy ? 'wrong-token' : 'form-wiped';
    case 'jumpcloud.test-user-email':
      return reading.occupiedBy ? 'test-user-domain-refused' : 'form-wiped';
    case 'jumpcloud.group-management':
      return 'group-test-failed';
    case 'dialpad.generate-key':
      return 'key-not-seen';
    default:
      return stepOf(step).consequential ? 'no-request-arrived' : 'target-missing';
  }
}
