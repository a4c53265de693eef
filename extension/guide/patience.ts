import { stepOf, type StepId } from '../../shared/setup/steps.ts';
import { lastPress } from '../../shared/setup/progress.ts';
import { questionOf } from '../../shared/setup/question.ts';
import { seen } from './known.ts';
import { waitingFor, WIRE_STEPS } from './press.ts';
import type { GuideState } from './state.ts';

/** How long the admin waits without being told for how much longer, and what else they can do. */
const PATIENCE_MS = 20_000;

/** Whether JumpCloud's page has been waited for so long that the admin may see more there than the assistant. */
export function isLongAwaited(state: GuideState, step: StepId): boolean {
  const at = longAwaitedAt(state, step);
  return at !== null && at <= state.now;
}

function longAwaitedAt(state: GuideState, step: StepId): number | null {
  if (!WIRE_STEPS.includes(step) || waitingFor(state, step).for !== 'page') return null;
  const snapshot = seen(state);
  const since = snapshot && (questionOf(step, snapshot) ?? lastPress(step, snapshot));
  return since ? Date.parse(since.at) - state.clockOffsetMs + PATIENCE_MS : null;
}

/**
 * Whether a page has not answered what it was told, for longer than any step takes it. A press that may have happened is
 * told of as a question of the page's (see `question.ts`); one that looks through a list first is not.
 */
export function isUnanswered(state: GuideState): boolean {
  const at = unansweredAt(state);
  return at !== null && at <= state.now;
}

/** Whether the admin may let go of what a page is at: of pointing, and of what it does not answer and can do no harm with. */
export function mayLetGo(state: GuideState): boolean {
  if (state.working?.phase === 'point') return true;
  return isUnanswered(state) && !(state.working?.phase === 'page' && stepOf(state.working.step).consequential);
}

function unansweredAt({ working }: GuideState): number | null {
  if (!working || working.tabId === null) return null;
  const { phase, step, since } = working;
  const isQuestion = phase === 'page' && stepOf(step).consequential && stepOf(step).action !== 'bind';
  const isAtPage = phase === 'page' || phase === 'lead' || phase === 'undo' || phase === 'fingerprint';
  return isAtPage && !isQuestion ? since + PATIENCE_MS : null;
}

/** When the admin's patience ends, by this computer's clock. */
export function patienceEndsAt(state: GuideState, step: StepId): number[] {
  return [longAwaitedAt(state, step), unansweredAt(state)].filter((at): at is number => at !== null && at > state.now);
}
