import type { Problem, ProblemCode } from '../../shared/setup/problems.ts';
import { stepOf, type StepId } from '../../shared/setup/steps.ts';
import { turn, type Turn } from './events.ts';
import { readingOf, tabOf } from './known.ts';
import type { GuideState, Trouble } from './state.ts';

/** Shows a problem of a step until it is done, or until the page shows something else. */
export function refuse(
  state: GuideState,
  step: StepId,
  problem: Problem,
  clears: Trouble['clears'] = 'when-done',
  tabId: number | null = null,
): Turn {
  const reading = JSON.stringify(readingOf(tabOf(state, tabId), step));
  return turn({ ...state, run: null, onward: null, preview: null, trouble: { step, problem, clears, reading } });
}

/** What a step's failure is called where nothing more is known of it. */
export function usualProblem(step: StepId): ProblemCode {
  const { action } = stepOf(step);
  if (action === 'take') return 'key-not-seen';
  return action === 'fill' || action === 'choose' || action === 'switch-off' ? 'fill-reverted' : 'target-missing';
}
