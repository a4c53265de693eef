import { HELD } from '../../shared/setup/commands.ts';
import { hindranceIn } from '../../shared/setup/hindrances.ts';
import type { Problem } from '../../shared/setup/problems.ts';
import { siteOf, stepOf, type StepId } from '../../shared/setup/steps.ts';
import { turn, type StrippedResult, type Turn } from './events.ts';
import { report } from './known.ts';
import { isWay } from './onward.ts';
import { isKeyMeant, witness } from './perform.ts';
import { tellQuestion } from './question.ts';
import type { GuideState, Working } from './state.ts';
import { refuse, usualProblem } from './trouble.ts';

/** Steps that a fill can be taken back of. */
const UNDOABLE = ['fill', 'choose', 'switch-off'];

/** What a page's answer changes. */
export function finish(state: GuideState, working: Working, result: StrippedResult): Turn {
  const idle: GuideState = { ...state, working: null };
  const { step, tabId, phase } = working;
  if (tabId === null) return turn(idle);
  if (result.outcome !== 'ok') return fail(idle, working, result);
  if (phase === 'fingerprint') return witness(idle, step, tabId, result);
  if (phase === 'undo') return turn(report(idle, { step, fact: 'open' }));
  if (phase === 'point') return turn(idle);
  if (phase === 'lead') return turn(led(idle));
  return turn(performed(result.note === HELD ? tellQuestion(idle, step) : idle, step, tabId));
}

function performed(state: GuideState, step: StepId, tabId: number): GuideState {
  const { action } = stepOf(step);
  const cursor = state.cursor?.step === step ? null : state.cursor;
  if (isWay(step)) return led({ ...state, cursor });
  if (action === 'take') return report({ ...state, cursor }, { step, fact: 'done' });
  if (!UNDOABLE.includes(action)) return { ...state, cursor };
  // Told anew even when it was done before: what was filled in again makes an older test say nothing.
  return report({ ...state, cursor, undo: { step, tabId } }, { step, fact: 'done' });
}

/** From now on it is looked whether the page shows something else. */
function led(state: GuideState): GuideState {
  return { ...state, onward: state.onward && { ...state.onward, since: state.now } };
}

function fail(state: GuideState, { step, phase, tabId }: Working, result: StrippedResult): Turn {
  // The admin may still paste it, or show it better.
  if (phase === 'point' && isKeyMeant(state, step) && result.problem !== 'key-not-seen')
    return turn({ ...state, run: null });
  if (phase === 'undo' || phase === 'point') {
    const problem = result.problem ? { code: result.problem, details: message(result.note) } : null;
    return problem ? refuse(state, step, problem) : turn({ ...state, run: null });
  }
  // A press that was announced and did not happen is nothing to wait for.
  const wasAnnounced = phase === 'page' && stepOf(step).consequential;
  const told = wasAnnounced ? report(state, { step, fact: 'open' }) : state;
  const problem = { code: result.problem ?? usualProblem(step), details: message(result.note) };
  // What is there and could not be used is certain all along: it is told until the page shows something else.
  return hindranceIn(problem.details)
    ? refuse(told, step, problem, 'when-changed', tabId)
    : refuse(told, step, problem);
}

/** What was begun came to nothing outside of the page: the server was away, or the page went. */
export function abandon(
  state: GuideState,
  working: Working,
  why: 'unreachable' | 'page-gone' | 'refused',
  note: string | null,
): Turn {
  const { step, phase } = working;
  const idle: GuideState = { ...state, working: null, run: null, onward: null };
  const unannounced = { ...idle, local: idle.local.filter((entry) => entry.id !== working.id) };
  if (phase === 'acknowledge') {
    // It may have been told although its answer was lost.
    const open = report(unannounced, { step, fact: 'open' });
    return why === 'refused' ? refuse(open, step, { code: 'server-unreachable', details: {} }) : turn(open);
  }
  // What support was asked for may be there already: the next snapshot says so.
  if (phase === 'ask-domain') return turn(idle, { do: 'refresh' });
  if (why === 'refused') {
    const site = siteOf(step, state.snapshot?.session.target ?? 'server');
    // What our server says is not told as JumpCloud's word.
    return site === 'server'
      ? refuse(idle, step, { code: 'key-not-seen', details: message(note) })
      : refuse(idle, step, { code: 'jumpcloud-error', details: {} });
  }
  return turn(idle);
}

function message(note: string | null): Problem['details'] {
  return note ? { message: note } : {};
}
