import { diagnosis } from '../../shared/setup/diagnosis.ts';
import { hinderedBy, type Hindrance } from '../../shared/setup/hindrances.ts';
import type { StepReading } from '../../shared/setup/observation.ts';
import type { Problem, ProblemCode } from '../../shared/setup/problems.ts';
import { lastFact, lastPress } from '../../shared/setup/progress.ts';
import { STEPS, stepOf, type StepId } from '../../shared/setup/steps.ts';
import { blame } from './blame.ts';
import {
  flowOfSession,
  isUnderWindow,
  leadsOn,
  lastWord,
  progressOf,
  readingOf,
  seen,
  siteOfStep,
  stateOf,
  tabOf,
} from './known.ts';
import { causeStands, isKeyUnseen, waitingFor, WIRE_STEPS } from './press.ts';
import type { GuideState, TabState } from './state.ts';
import { FORM_STEPS, isBefore, WIPED } from './take-in.ts';

/** Said of a wrong token that is no key of this server's at all. */
export const FOREIGN_KEY = 'key-foreign';

/** Said of a domain that support has been asked for already. */
const ASKED = 'asked';

/** Noted by a page of a control that it does not let be used. */
const DISABLED: Hindrance = 'disabled';

/** How long a control may take to appear before its absence is said. */
export const LOOK_MS = 3000;

/** A panel's status, with its problem where it has one. */
export type Standing =
  | { status: 'elsewhere' | 'looking' | 'ready' | 'working' | 'done' | 'finished'; problem: null }
  | { status: 'ambiguous' | 'problem'; problem: Problem };

const plain = (status: Exclude<Standing['status'], 'ambiguous' | 'problem'>): Standing => ({ status, problem: null });
const trouble = (code: ProblemCode, details: Problem['details'] = {}): Standing => ({
  status: 'problem',
  problem: { code, details },
});

/** How a step stands on a tab's panel (contract: `data-status`, `data-problem`). */
export function standing(state: GuideState, step: StepId, tab: TabState | null): Standing {
  const now = standingOf(state, step, tab);
  // Between two steps of a run, and while a page has shown a step done that is still being done, nothing is to be clicked.
  const isBusy = state.run !== null || state.working !== null;
  return now.status === 'ready' && isBusy && !isPreviewed(state, step, tab) ? plain('working') : now;
}

function standingOf(state: GuideState, step: StepId, tab: TabState | null): Standing {
  if (state.connection === 'expired') return trouble('session-expired');
  if (!state.cursor && progressOf(state).current === null) return plain('finished');
  if (state.working?.step === step || state.onward?.step === step || isLedTo(state, step, tab)) return plain('working');
  if (isPreviewed(state, step, tab)) return plain('ready');
  if (!state.serverUp) return trouble('server-unreachable');
  const site = siteOfStep(state, step);
  if (site !== 'server' && tab?.site !== site) return plain('elsewhere');
  if (state.cursor?.why === 'look' && stateOf(state, step) !== 'open') return plain('done');
  // What the page shows after it refused may tell the cause: a fill came to nothing because the form was thrown away.
  if (state.trouble?.step === step && tab && tab.staleSince !== null) return plain('working');
  if (state.trouble?.step === step) return { status: 'problem', problem: state.trouble.problem };
  const locked = tab && lockedOut(state, step, tab);
  if (locked) return trouble(locked);
  const diagnosed = causeOf(state, step);
  if (diagnosed) return { status: 'problem', problem: diagnosed };
  if (site === 'server') return withoutPage(state, step);
  return tab ? onPage(state, step, tab) : plain('elsewhere');
}

/** Whether an earlier step is being done on that tab, to come back to where this one is done. */
function isLedTo(state: GuideState, step: StepId, tab: TabState | null): boolean {
  if (!state.onward || !tab || tabOf(state, state.onward.tabId) !== tab) return false;
  return state.onward.step === wayTo(step, tab);
}

/** Whether the panel of that tab is the one that asks for the admin's consent. */
function isPreviewed(state: GuideState, step: StepId, tab: TabState | null): boolean {
  if (state.preview?.step !== step) return false;
  return siteOfStep(state, step) === 'server' || (tab !== null && tabOf(state, state.preview.tabId) === tab);
}

/** Why the page will never show what came of a press, so that its silence says nothing of the press; null when it may. */
function lockedOut(state: GuideState, step: StepId, { observation }: TabState): ProblemCode | null {
  const snapshot = seen(state);
  const isAwaited = snapshot !== null && lastPress(step, snapshot) !== null && lastWord(state, step) === null;
  const code = observation?.problem ?? null;
  return isAwaited && (code === 'signed-out' || code === 'not-an-admin') ? code : null;
}

/** The cause that evidence and calls tell, unless the admin has changed something since. */
function causeOf(state: GuideState, step: StepId): Problem | null {
  const snapshot = seen(state);
  const found = snapshot && diagnosis(snapshot);
  if (!found || progressOf(state).current !== step) return waitingProblem(state, step);
  if (WIRE_STEPS.includes(step) && !causeStands(state)) return waitingProblem(state, step);
  if (found.code === 'secondary-domain-missing' && snapshot.domainRequest?.state === 'asked') {
    return { ...found, details: { ...found.details, message: ASKED } };
  }
  // The wire says only that the key is unknown; what kind of key it is, is known here.
  const isForeign = found.code === 'wrong-token' && state.held?.kind === 'foreign' && !found.details.message;
  return isForeign ? { ...found, details: { ...found.details, message: FOREIGN_KEY } } : found;
}

function waitingProblem(state: GuideState, step: StepId): Problem | null {
  const waiting = waitingFor(state, step);
  return waiting.for === 'nothing' ? waiting.problem : null;
}

function withoutPage(state: GuideState, step: StepId): Standing {
  if (step === 'secondary-domain' && state.cursor) return trouble('secondary-domain-missing');
  // The old key is deleted by the admin; nothing else is waited for then.
  if (step === 'retire-old-key') return plain('ready');
  // What is waited for comes by itself; a step that asks for something is a problem or ready.
  if (stepOf(step).action === 'wait') return plain('working');
  if (step === 'dialpad.save-key' && !state.held) return trouble('key-not-seen');
  return plain('ready');
}

function onPage(state: GuideState, step: StepId, tab: TabState): Standing {
  if (waitingFor(state, step).for !== 'nothing') return plain('working');
  const { observation } = tab;
  if (observation?.problem && applies(state, step, observation.problem)) return trouble(observation.problem);
  if (step === 'dialpad.generate-key' && isKeyUnseen(state)) return unseenKey(state, tab);
  const reading = readingOf(tab, step);
  if (!reading) return withoutReading(state, step, tab);
  if (reading.match === 'ambiguous') {
    const seenNames = reading.candidates.join(', ');
    return { status: 'ambiguous', problem: { code: 'target-ambiguous', details: { seen: seenNames } } };
  }
  if (step === 'jumpcloud.token-key' && !state.held) return trouble('key-not-seen');
  if (reading.match === 'missing' && reading.stage !== 'tick') return searching(state, tab, reading);
  if (leadsOn(reading)) return plain('elsewhere');
  if (wasWiped(state, step, reading)) return trouble('form-wiped');
  const blamed = blame(state, step, reading);
  return blamed ? { status: 'problem', problem: blamed } : plain('ready');
}

/** A page that changed just now may be about to show the key. */
function unseenKey(state: GuideState, tab: TabState): Standing {
  return tab.looking && isStillLooking(state, tab) ? plain('looking') : trouble('key-not-seen', whatLiesOver(tab));
}

/** The page does not speak of the step: it is on another page of the site, or nowhere that we know. */
function withoutReading(state: GuideState, step: StepId, tab: TabState): Standing {
  if (isStillLooking(state, tab)) return plain('looking');
  return wayTo(step, tab) ? plain('elsewhere') : missing(tab);
}

function searching(state: GuideState, tab: TabState, reading: StepReading): Standing {
  if (isStillLooking(state, tab)) return plain('looking');
  const isOff = reading.note === DISABLED && !isUnderWindow(tab);
  return isOff ? { status: 'problem', problem: hinderedBy(DISABLED) } : missing(tab);
}

function missing(tab: TabState): Standing {
  return trouble('target-missing', whatLiesOver(tab));
}

/** What a window says is the page's own, and may name people: only that there is one is told. */
function whatLiesOver(tab: TabState): Problem['details'] {
  return isUnderWindow(tab) ? hinderedBy('window-over').details : {};
}

function isStillLooking(state: GuideState, tab: TabState): boolean {
  return !tab.looking || state.now - tab.looking.since < LOOK_MS;
}

/** The earlier step that leads from the page in front to the one of `step`, when that page offers it. */
export function wayTo(step: StepId, tab: TabState): StepId | null {
  const leading = STEPS.filter((other) => other.site === tab.site && isBefore(other.id, step)).findLast(({ id }) => {
    const reading = readingOf(tab, id);
    return stepOf(id).action === 'press' && !stepOf(id).consequential && reading?.match === 'unique';
  });
  return leading?.id ?? null;
}

function wasWiped(state: GuideState, step: StepId, reading: StepReading): boolean {
  const word = lastWord(state, step);
  const snapshot = seen(state);
  if (!snapshot || word?.fact !== 'open' || word.note !== WIPED || reading.occupiedBy !== null) return false;
  // Said once for the whole form: whoever fills it in again, from its beginning, knows.
  const before = FORM_STEPS.filter((other) => isBefore(other, step));
  return !before.some((other) => (lastFact(other, ['done'], snapshot)?.at ?? '') > word.at);
}

/** Whether what stands in the way on a page stands in the way of this step. */
function applies(state: GuideState, step: StepId, code: ProblemCode): boolean {
  if (code === 'already-active') {
    if (flowOfSession(state) === 'replace-key') return false;
    const snapshot = seen(state);
    const pressed = snapshot && lastPress('jumpcloud.activate', snapshot);
    return !pressed && !isBefore('jumpcloud.activate', step);
  }
  if (code === 'sso-not-active') return !isBefore('jumpcloud.activate', step);
  if (code === 'scim-version-1') return step === 'jumpcloud.scim-version';
  return true;
}

/** What a tab looks for in vain; null when there is nothing to look for. Differs for every new search. */
export function searchKey(state: GuideState, step: StepId, tab: TabState): string | null {
  if (siteOfStep(state, step) !== tab.site) return null;
  const reading = readingOf(tab, step);
  if (reading && (reading.match !== 'missing' || reading.stage === 'tick')) return null;
  return `${step} ${tab.documentId} ${tab.observation?.place ?? ''}`;
}
