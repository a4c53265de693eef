import { lastPress } from '../../shared/setup/progress.ts';
import { questionOf } from '../../shared/setup/question.ts';
import { stepOf, type StepId } from '../../shared/setup/steps.ts';
import { isUnderWindow, lastWord, readingOf, report, seen, stateOf } from './known.ts';
import { DECLINED, hasArrived, pressedTab } from './press.ts';
import type { GuideState } from './state.ts';

/** How long a page may take over a press, or over a look after it, before it is thought to be held by a question of the browser's. */
const HELD_MS = 5_000;

/** How long after its question a page may look as it did before the press, with no call arriving, until no is thought of. */
const DECLINED_MS = 4_000;

/** Takes in what pages ask of their own after a press, whether they still do, and whether the answer was no. */
export function takeInQuestions(state: GuideState): GuideState {
  return pressedSteps(state).reduce((before, step) => takeInAnswer(takeInQuestion(before, step), step), state);
}

/** Steps that were pressed and of which nothing has been heard since. */
function pressedSteps(state: GuideState): StepId[] {
  const steps = Object.keys(state.presses) as StepId[];
  return steps.filter((step) => {
    const snapshot = seen(state);
    const isPressed = snapshot !== null && lastPress(step, snapshot) !== null;
    return isPressed && stateOf(state, step) === 'open' && lastWord(state, step) === null;
  });
}

function takeInQuestion(state: GuideState, step: StepId): GuideState {
  const asks = isAsking(state, step);
  const wasAsking = lastQuestion(state, step)?.fact === 'page-asks';
  if (asks && !wasAsking) return tellQuestion(state, step);
  return asks === false && wasAsking ? report(state, { step, fact: 'page-answered' }) : state;
}

/** Whether the page that was pressed asks something now; null while that is not known. */
function isAsking(state: GuideState, step: StepId): boolean | null {
  if (state.working?.step === step) return (heldAt(state) ?? Infinity) <= state.now ? true : null;
  const tab = pressedTab(state, step);
  if (tab && tab.staleSince !== null) return unseenAt(tab.staleSince) <= state.now ? true : null;
  return isUnderWindow(tab);
}

/** A page may ask by the browser only after the press has ended: then it cannot be looked at. */
const unseenAt = (staleSince: number): number => staleSince + HELD_MS;

/** When the page has taken too long over a press; null where nothing is pressed, or looked for first in a long list. */
function heldAt({ working }: GuideState): number | null {
  if (working?.phase !== 'page' || !stepOf(working.step).consequential) return null;
  return stepOf(working.step).action === 'bind' ? null : working.since + HELD_MS;
}

/** Keeps note that a page asked something of its own after a press, of which the server is told too. */
export function tellQuestion(state: GuideState, step: StepId): GuideState {
  const isTold = lastQuestion(state, step)?.fact === 'page-asks';
  return isTold || !state.presses[step] ? state : report(state, { step, fact: 'page-asks' });
}

/**
 * Who answered no finds the page as it was. So may who answered yes, where JumpCloud takes its time and its page does not
 * show that: the step is open again, and goes on all the same when something comes of it.
 */
function takeInAnswer(state: GuideState, step: StepId): GuideState {
  const until = answeredUntil(state, step);
  const tab = pressedTab(state, step);
  if (until === null || state.now < until || !tab || tab.staleSince !== null || state.working) return state;
  const isAsBefore = JSON.stringify(readingOf(tab, step)) === state.presses[step]?.before;
  if (!isAsBefore || !state.serverUp || hasArrived(state, step)) return state;
  return report(state, { step, fact: 'open', note: DECLINED });
}

/** Until when it is waited for what comes of an answered question; null where none was, or a key may have been made. */
function answeredUntil(state: GuideState, step: StepId): number | null {
  const question = lastQuestion(state, step);
  if (question?.fact !== 'page-answered' || step === 'dialpad.generate-key') return null;
  return Date.parse(question.at) - state.clockOffsetMs + DECLINED_MS;
}

function lastQuestion(state: GuideState, step: StepId) {
  const snapshot = seen(state);
  return snapshot && questionOf(step, snapshot);
}

/** When what is known of questions may change without anything happening, by this computer's clock. */
export function questionsChangeAt(state: GuideState): number[] {
  const times = pressedSteps(state).flatMap((step) => {
    const staleSince = pressedTab(state, step)?.staleSince ?? null;
    return [answeredUntil(state, step), staleSince === null ? null : unseenAt(staleSince)];
  });
  return [heldAt(state), ...times].filter((at): at is number => at !== null && at > state.now);
}
