import { hinderedBy } from '../../shared/setup/hindrances.ts';
import type { StepReading } from '../../shared/setup/observation.ts';
import { stepOf, type StepId } from '../../shared/setup/steps.ts';
import { turn, type Turn } from './events.ts';
import { leadsOn, progressOf, readingOf, shownStep, tabOf } from './known.ts';
import { execute } from './perform.ts';
import { standing, wayTo } from './standing.ts';
import type { GuideState, Onward, TabState } from './state.ts';
import { refuse } from './trouble.ts';

/** How long a page may take to show what a press led to. */
const SETTLE_MS = 800;
const ARRIVE_MS = 3000;
/** How long a page that still shows the same may be slow, or be gone through row by row, before the press was in vain. */
const STILL_MS = 9000;
/** How long the page that it leads to may take to be there at all. */
const LOAD_MS = 10_000;
const MOST_PRESSES = 4;

/** Whether a step leads from page to page, perhaps over several of them. */
export function isWay(step: StepId): boolean {
  return stepOf(step).action === 'press' && stepOf(step).consequential !== true;
}

/** Notes what a page showed when a way was begun, so that its next stretch can be told from the same one again. */
export function setOut(state: GuideState, step: StepId, tabId: number): GuideState {
  const tab = tabOf(state, tabId);
  const before = state.onward?.step === step ? state.onward : null;
  const reading = readingOf(tab, step);
  const onward: Onward = {
    step,
    tabId,
    documentId: tab?.documentId ?? null,
    place: tab?.observation?.place ?? null,
    way: reading?.note ?? null,
    remaining: reading?.remaining ?? null,
    shown: shownBy(state, tabId),
    since: state.now,
    presses: (before?.presses ?? 0) + 1,
  };
  return { ...state, onward };
}

/** Goes on along a way of several presses (Admin Settings, then My Company), as far as the page leads. */
export function goOn(state: GuideState): Turn {
  const { onward } = state;
  if (!onward || state.working) return turn(state);
  const { step, tabId, since } = onward;
  const arrived: GuideState = { ...state, onward: null };
  const tab = tabOf(state, tabId);
  if (!tab?.observation && state.now < since + LOAD_MS) return turn(state, { do: 'deadline', at: since + LOAD_MS });
  const shown = shownStep(state);
  // Who goes back to where a later step is done is led there by an earlier one.
  const isWanted = progressOf(state).current === step || shown === step || (tab !== null && wayTo(shown, tab) === step);
  const reading = readingOf(tab, step);
  if (!tab || !isWanted || reading?.state === 'done' || state.trouble) return turn(arrived);
  const isThere = reading?.match === 'unique' || reading?.stage === 'tick';
  if (!isWay(step) && isThere && !leadsOn(reading)) return turn(arrived);
  const isElsewhere = (tab.observation?.place ?? null) !== onward.place;
  // A drop-down that opened is the same place, and offers something else to press.
  const isNext = isElsewhere || (reading?.note ?? null) !== onward.way;
  const isBack = leadsBack(onward, reading);
  const mayGoOn = onward.presses < MOST_PRESSES && standing({ ...arrived, run: null }, step, tab).status === 'ready';
  if (mayGoOn && isNext && !isBack) return execute(state, step, tabId);
  const isChanged = shownBy(state, tabId) !== onward.shown;
  const patience = isBack ? answerTime(onward, tab) : isChanged ? settleTime(isElsewhere, step, reading) : STILL_MS;
  const until = since + patience;
  if (state.now < until) return turn(state, { do: 'deadline', at: until });
  if (mayGoOn && isChanged && (isNext || onward.presses < 2)) return execute(state, step, tabId);
  return isChanged ? turn(arrived) : deadEnd(arrived, step, tabId);
}

/** Whether what stands there leads to where the press was: a page that loads may show nothing but its navigation. */
function leadsBack({ remaining }: Onward, reading: StepReading | null): boolean {
  const left = reading?.remaining ?? null;
  return remaining !== null && left !== null && left > remaining;
}

/** How long the press may be unanswered. Another press meanwhile would be answered too, later, and lead away. */
function answerTime({ documentId }: Onward, tab: TabState): number {
  return tab.documentId === documentId ? STILL_MS : ARRIVE_MS;
}

/** How long a page that changed may go on changing. What it still asks to press was pressed, and may yet be answered. */
function settleTime(isElsewhere: boolean, step: StepId, reading: StepReading | null): number {
  if (isElsewhere) return ARRIVE_MS;
  return isWay(step) && reading?.match === 'unique' ? STILL_MS : SETTLE_MS;
}

/** A press that led nowhere is not advised again and again: the admin is asked for the way, until the page changes. */
function deadEnd(state: GuideState, step: StepId, tabId: number): Turn {
  return refuse(state, step, hinderedBy('no-change'), 'when-changed', tabId);
}

function shownBy(state: GuideState, tabId: number): string {
  const observation = tabOf(state, tabId)?.observation;
  return JSON.stringify([observation?.place, observation?.readings]);
}
