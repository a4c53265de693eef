import { MASKED, type PageVerdict, type StepReading } from '../../shared/setup/observation.ts';
import { lastFact, lastPress } from '../../shared/setup/progress.ts';
import { mayLack, stepIndex, stepOf, type StepId } from '../../shared/setup/steps.ts';
import {
  flowOfSession,
  frontTabOf,
  lastWord,
  progressOf,
  readingOf,
  report,
  seen,
  stateOf,
  stepsOfSession,
} from './known.ts';
import { isOwnAddress, takeOwnAddress } from './own-address.ts';
import { isKeyUnseen, isOutdated, WIRE_STEPS } from './press.ts';
import type { GuideState, PageSite, TabState } from './state.ts';

const HEARD_KEPT = 50;
const NOTE_LENGTH = 300;
const PAGE_SITES: PageSite[] = ['dialpad', 'jumpcloud'];

/** Fields whose emptying means that the form was thrown away. */
export const FORM_STEPS: readonly StepId[] = ['jumpcloud.base-url', 'jumpcloud.token-key', 'jumpcloud.test-user-email'];

/** Marks the evidence of a field that was filled and is empty again. */
export const WIPED = 'form-wiped';

/**
 * Turns what the pages show into evidence. Only the tab of each site that was in front last is believed, so that a
 * second console in another window does not confuse the walk. Idempotent: what was told already is not told again.
 */
export function takeIn(state: GuideState): GuideState {
  return PAGE_SITES.reduce((before, site) => {
    const tabId = frontTabOf(before, site);
    return tabId === null ? before : takeInTab(before, tabId);
  }, state);
}

function takeInTab(state: GuideState, tabId: number): GuideState {
  const tab = state.tabs[tabId];
  if (!tab?.observation || tab.staleSince !== null || !state.snapshot) return state;
  // What was looked at as the page of the other flow tells nothing of this one.
  if (tab.observation.replacing !== (flowOfSession(state) === 'replace-key')) return state;
  const heard = takeInLoaded(takeInVerdicts(state, tabId, tab.observation.verdicts), tab);
  return stepsOfSession(state)
    .filter((step) => step.site === tab.site)
    .reduce((before, { id }) => {
      const reading = readingOf(tab, id);
      return reading ? takeInReading(before, id, reading, tab) : before;
    }, heard);
}

function takeInVerdicts(state: GuideState, tabId: number, verdicts: PageVerdict[]): GuideState {
  return verdicts.reduce((before, verdict) => {
    const tab = before.tabs[tabId];
    if (!tab || tab.heard.includes(verdict.id)) return before;
    const heard = [...tab.heard, verdict.id].slice(-HEARD_KEPT);
    const remembered = { ...before, tabs: { ...before.tabs, [tabId]: { ...tab, heard } } };
    if (stateOf(before, verdict.step) === 'done') return remembered;
    const answered = goesOnIn(remembered, verdict.step, tab);
    return report(WIRE_STEPS.includes(verdict.step) ? takeOwnAddress(answered, tab) : answered, {
      step: verdict.step,
      fact: verdict.says === 'succeeded' ? 'page-succeeded' : 'page-failed',
      note: verdict.message?.slice(0, NOTE_LENGTH) ?? null,
    });
  }, state);
}

/** A console of whole pages answers a press with another page: from then on that one is the page that was pressed. */
function goesOnIn(state: GuideState, step: StepId, tab: TabState): GuideState {
  const press = state.presses[step];
  if (!press || state.tabs[press.tabId]?.documentId !== tab.documentId) return state;
  return { ...state, presses: { ...state.presses, [step]: { ...press, documentId: tab.documentId } } };
}

/** Said of a Save whose page was loaded anew, with nothing said against it. */
const LOADED = 'page-loaded-anew';

/** A console of whole pages answers Save with another page: what was pressed is gone, and nothing else will tell. */
function takeInLoaded(state: GuideState, tab: TabState): GuideState {
  const step: StepId = 'jumpcloud.save';
  // The other site's page is another one all along.
  if (tab.site !== stepOf(step).site) return state;
  const isFailed = tab.observation?.verdicts.some(({ says }) => says === 'failed');
  if (!pressWasLost(state, step, tab) || lastWord(state, step) || stateOf(state, step) !== 'open') return state;
  if (isFailed || tab.observation?.problem || !tab.observation?.place) return state;
  return report(state, { step, fact: 'done', note: LOADED });
}

function takeInReading(state: GuideState, step: StepId, reading: StepReading, tab: TabState): GuideState {
  // A page may take back what is being put in: only the page's answer, and a look after it, tell what came of it.
  if (state.working?.step === step && state.working.phase === 'page') return state;
  // Of what is on another page of the form, the one in front tells nothing.
  if (reading.stage === 'turn-page') return state;
  if (reading.state === 'done') return takeInDone(state, step, reading, tab);
  if (reading.state === 'absent') return takeInAbsent(state, step, reading);
  return takeInOpen(state, step, reading, tab);
}

function takeInDone(state: GuideState, step: StepId, reading: StepReading, tab: TabState): GuideState {
  // The key is taken over by a command, never by a look at the page.
  if (step === 'dialpad.save-key') return state;
  const last = lastWord(state, step);
  if (last?.fact === 'done' || last?.fact === 'page-succeeded') return state;
  if (last?.fact === 'page-failed' && stepOf(step).consequential) return state;
  const press = state.presses[step];
  if (press?.doneBefore && press.documentId === tab.documentId) return state;
  if (stateOf(state, step) === 'done') return state;
  return report(state, { step, fact: 'done', note: reading.note });
}

/** "Not needed" counts only when it is the step's turn: later pages may still bring it. */
function takeInAbsent(state: GuideState, step: StepId, reading: StepReading): GuideState {
  if (!mayLack(step, flowOfSession(state)) || progressOf(state).current !== step) return state;
  return report(state, { step, fact: 'not-needed', note: reading.note });
}

function takeInOpen(state: GuideState, step: StepId, reading: StepReading, tab: TabState): GuideState {
  const snapshot = seen(state);
  if (!snapshot) return state;
  const last = lastWord(state, step);
  if (!last) return pressWasLost(state, step, tab) ? report(state, { step, fact: 'open' }) : state;
  if (last.fact === 'open' || last.fact === 'page-failed' || last.fact === 'skipped') return state;
  if (!mayRegress(state, step, reading, tab) || (reading.note === MASKED && wasSent(state, last.at))) return state;
  const isUnseen = reading.match !== 'unique' || reading.note === MASKED;
  if (last.seenBy === 'admin' && (isUnseen || isOwnAddress(state, reading))) return state;
  const note = isWiped(step, reading, tab) && wasFilledHere(state) ? WIPED : null;
  const opened = report(state, { step, fact: 'open', note });
  return FORM_STEPS.includes(step) ? reopenTest(opened) : opened;
}

/** A console of whole pages answers the test with the form again, and masks the key that it was sent. */
function wasSent(state: GuideState, filledAt: string): boolean {
  const snapshot = seen(state);
  const tested = snapshot && lastPress('jumpcloud.test-connection', snapshot);
  return tested !== null && tested.at >= filledAt;
}

/** The page that was pressed is gone, and the one that is here says that the step is not done. */
function pressWasLost(state: GuideState, step: StepId, tab: TabState): boolean {
  const snapshot = seen(state);
  const press = state.presses[step];
  if (!snapshot || !press || state.working?.step === step) return false;
  return lastPress(step, snapshot) !== null && press.documentId !== tab.documentId;
}

/** A test says nothing of a form that changed since. */
function reopenTest(state: GuideState): GuideState {
  const step: StepId = 'jumpcloud.test-connection';
  const last = lastWord(state, step);
  return last?.fact === 'done' || last?.fact === 'page-succeeded' ? report(state, { step, fact: 'open' }) : state;
}

function mayRegress(state: GuideState, step: StepId, reading: StepReading, tab: TabState): boolean {
  const until = stepOf(step).heldByPageUntil as StepId | undefined;
  if (!until || stateOf(state, until) === 'done') return false;
  if (readingOf(tab, until)?.state === 'done') return false;
  // The shown key stands over the pages that led to it.
  const key = readingOf(tab, 'dialpad.save-key');
  if (tab.site === 'dialpad' && key?.state === 'open' && key.match === 'unique') return false;
  // Between the form that was saved and the key that is not shown yet, or not recognised, a page may show its list.
  if (tab.site === 'dialpad' && isKeyUnseen(state)) return false;
  const press = state.presses[step];
  if (press?.documentId === tab.documentId && reading.match !== 'unique') return false;
  // What was pressed here stays so, unless the form was changed after it: then the page asks for another test.
  if (press?.documentId === tab.documentId && step !== 'dialpad.generate-key' && !isOutdated(state, step)) return false;
  return !isBusy(state, tab);
}

/** While JumpCloud works on a press, and after it accepted Activate, it empties and masks its own fields. */
function isBusy(state: GuideState, tab: TabState): boolean {
  return (['jumpcloud.test-connection', 'jumpcloud.activate'] as const).some((step) => {
    const press = state.presses[step];
    if (press?.documentId !== tab.documentId) return false;
    const snapshot = seen(state);
    const pressed = snapshot && lastPress(step, snapshot);
    if (!pressed) return false;
    const said = lastFact(step, ['page-failed', 'open'], snapshot);
    if (said && said.at >= pressed.at) return false;
    return step === 'jumpcloud.activate' || lastWord(state, step) === null;
  });
}

function isWiped(step: StepId, reading: StepReading, tab: TabState): boolean {
  if (!FORM_STEPS.includes(step) || reading.match !== 'unique' || reading.occupiedBy !== null) return false;
  if (step !== 'jumpcloud.token-key') return true;
  // A key that was replaced leaves the other fields as they were; a wiped form does not.
  return readingOf(tab, 'jumpcloud.base-url')?.state === 'open';
}

/** A deactivation empties what a running integration's form showed; only what was put in since can be lost. */
function wasFilledHere(state: GuideState): boolean {
  const snapshot = seen(state);
  if (!snapshot || flowOfSession(state) === 'setup') return true;
  return lastFact('jumpcloud.token-key', ['done'], snapshot) !== null;
}

/** Whether a step of the walk comes before another. */
export function isBefore(step: StepId, other: StepId): boolean {
  return stepIndex(step) < stepIndex(other);
}
