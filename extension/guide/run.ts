import { frontTabOf, leadsOn, progressOf, readingOf, shownStep, siteOfStep, stateOf, tabOf } from './known.ts';
import { stepOf, type StepId } from '../../shared/setup/steps.ts';
import { turn, type Turn } from './events.ts';
import { begin } from './perform.ts';
import { isComingAfterAll } from './press.ts';
import { standing } from './standing.ts';
import type { GuideState, TabState } from './state.ts';
import { refuse, usualProblem } from './trouble.ts';

/** How long a step that was performed may take to be seen as done, before the run leaves it to the admin. */
const SETTLE_MS = 6000;

/** A form has no more pages between two steps than this. */
const MOST_PAGES = 4;

/** Goes on with "all steps of this page": the next step when it is ready, a stop when the admin is needed. */
export function advance(state: GuideState): Turn {
  if (state.awaited) return afterTicks(state);
  const { run } = state;
  if (!run || state.working || state.preview || state.onward) return turn(state);
  const step = progressOf(state).current;
  const stopped: GuideState = { ...state, run: null };
  if (!step || state.cursor || siteOfStep(state, step) !== run.site) return turn(stopped);
  const tab = tabOf(state, run.tabId);
  const now = standing(stopped, step, tab);
  if (now.status === 'looking' || now.status === 'working') return turn(state);
  const reading = readingOf(tab, step);
  const stage = reading?.stage ?? null;
  const isWiped = now.status === 'problem' && now.problem.code === 'form-wiped';
  const mayBegin = now.status === 'ready' || isWiped || leadsOn(reading);
  if (!mayBegin || isLeftToAdmin(tab, step)) return turn(stopped);
  // A page is left only for what it shows after all that was done on it.
  if (leadsOn(reading) && tab?.staleSince !== null) return turn(state);
  const name = `${step} ${stage ?? ''}`;
  const times = run.performed.filter((other) => other === name).length;
  if (times >= (stage === 'turn-page' ? MOST_PAGES : 1)) {
    const until = run.since + SETTLE_MS;
    return state.now < until ? turn(state, { do: 'deadline', at: until }) : inVain(stopped, step, run.tabId);
  }
  const performed = [...run.performed, name];
  return begin({ ...state, run: { ...run, performed, since: state.now } }, step, run.tabId);
}

/** What was done and did not last would only be done again: it is told. A press has been asked about, and is asked about again. */
function inVain(state: GuideState, step: StepId, tabId: number | null): Turn {
  if (stepOf(step).consequential) return turn(state);
  return refuse(state, step, { code: usualProblem(step), details: {} }, 'when-changed', tabId);
}

/** Whether a step is the admin's own to do, so that no run does it: it is shown to them. */
export function isLeftToAdmin(tab: TabState | null, step: StepId): boolean {
  return stepOf(step).action === 'by-hand' || readingOf(tab, step)?.stage === 'tick';
}

/** Asks for consent as soon as the admin has ticked something. */
function afterTicks(state: GuideState): Turn {
  const { awaited } = state;
  if (!awaited || state.working || state.preview) return turn(state);
  const stage = readingOf(tabOf(state, awaited.tabId), awaited.step)?.stage;
  if (stage === 'tick' && progressOf(state).current === awaited.step) return turn(state);
  const idle: GuideState = { ...state, awaited: null };
  return stage === 'save' ? begin(idle, awaited.step, awaited.tabId) : turn(idle);
}

/** Lets go of what is no longer so: a trouble that went away, a look back that the walk caught up with, a key that did its work. */
export function settle(state: GuideState): GuideState {
  const { trouble, cursor, preview } = state;
  const isBehind = cursor !== null && progressOf(state).current === cursor.step;
  // Who changed the form while they were asked about the next step takes it into their own hands.
  // So does what was called off, as it seemed, and happens after all.
  const isOverturned = preview !== null && (preview.step !== shownStep(state) || isComingAfterAll(state, preview.step));
  const next: GuideState = {
    ...state,
    ...(isOverturned ? { preview: null, run: null } : {}),
    trouble: stands(state) ? trouble : null,
    cursor: isBehind ? null : cursor,
    held: stateOf(state, 'jumpcloud.activate') === 'done' ? null : state.held,
  };
  const isSame =
    next.trouble === trouble && next.cursor === cursor && next.held === state.held && next.preview === state.preview;
  return isSame ? state : next;
}

function stands(state: GuideState): boolean {
  const { trouble } = state;
  if (!trouble) return false;
  const { step, problem, clears } = trouble;
  if (stateOf(state, step) !== 'open' && state.cursor?.step !== step) return false;
  // Whoever comes to it again, from further back, comes to another page.
  if (shownStep(state) !== step) return false;
  const tabs = Object.values(state.tabs).filter((tab) => tab.site === siteOfStep(state, step));
  const readings = tabs.map((tab) => readingOf(tab, step)).filter((reading) => reading !== null);
  if (clears === 'when-changed') {
    const shown = readingOf(tabOf(state, frontTabOf(state, siteOfStep(state, step))), step);
    return shown === null || JSON.stringify(shown) === trouble.reading;
  }
  if (problem.code === 'key-not-seen') return state.held === null;
  if (problem.code === 'target-missing' || problem.code === 'target-ambiguous') {
    return !readings.some((reading) => reading.match === 'unique');
  }
  return true;
}
