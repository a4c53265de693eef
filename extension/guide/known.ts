import { isAllowed, TEST_USER_DOMAIN } from '../../shared/setup/domains.ts';
import type { Evidence } from '../../shared/setup/evidence.ts';
import { flowOf, inFlow } from '../../shared/setup/flow.ts';
import type { StepReading } from '../../shared/setup/observation.ts';
import { lastFact, lastPress, progress, type Progress, type StepState } from '../../shared/setup/progress.ts';
import type { SetupSnapshot } from '../../shared/setup/snapshot.ts';
import { siteOf, stepsOf, type Flow, type Site, type Step, type StepId } from '../../shared/setup/steps.ts';
import type { GuideState, LocalEvidence, PanelId, TabState } from './state.ts';

/** Facts that settle a step one way or the other. */
export const SETTLING = ['done', 'not-needed', 'skipped', 'open', 'page-succeeded', 'page-failed'] as const;

/** The server's snapshot with what it has not acknowledged yet; null before the first connection. */
export function seen(state: GuideState): SetupSnapshot | null {
  const { snapshot } = state;
  if (!snapshot) return null;
  // Evidence never seems older than what the server stamped already, however the clocks differ.
  const newest = snapshot.evidence.at(-1)?.at ?? '';
  const local = state.local.map((entry) => asEvidence(entry, state.clockOffsetMs, newest));
  const now = new Date(state.now + state.clockOffsetMs).toISOString();
  return inFlow({ ...snapshot, now, evidence: [...snapshot.evidence, ...local] });
}

function asEvidence(entry: LocalEvidence, offsetMs: number, newest: string): Evidence {
  const at = new Date(entry.atMs + offsetMs).toISOString();
  const { step, fact, seenBy, note, fingerprint } = entry;
  return { step, fact, seenBy, note, fingerprint, at: at > newest ? at : newest };
}

/** Where the session stands, with what is known here. */
export function progressOf(state: GuideState): Progress {
  const snapshot = seen(state);
  return snapshot ? progress(snapshot) : { steps: [], current: null };
}

/** What the session leads through. */
export function flowOfSession(state: GuideState): Flow {
  const snapshot = seen(state);
  return snapshot ? flowOf(snapshot) : 'setup';
}

/** The steps of the session, in order. */
export function stepsOfSession(state: GuideState): readonly Step[] {
  return stepsOf(flowOfSession(state));
}

/** How one step stands. */
export function stateOf(state: GuideState, step: StepId): StepState {
  return progressOf(state).steps.find((entry) => entry.step === step)?.state ?? 'open';
}

/** The step that panels show: the one looked back at, else the current one, else the last. */
export function shownStep(state: GuideState): StepId {
  return state.cursor?.step ?? progressOf(state).current ?? stepsOfSession(state).at(-1)?.id ?? 'first-sync';
}

/** The site of a step in this session. */
export function siteOfStep(state: GuideState, step: StepId): Site {
  return siteOf(step, state.snapshot?.session.target ?? 'server');
}

/** The tab that a panel speaks of, or null. */
export function tabIdOf(state: GuideState, panel: PanelId): number | null {
  return panel === 'sidepanel' ? state.frontTab : panel;
}

export function tabOf(state: GuideState, tabId: number | null): TabState | null {
  return tabId === null ? null : (state.tabs[tabId] ?? null);
}

/** Whether support can be asked to allow the test user's domain: not while a request waits for their answer. */
export function mayAskForDomain(state: GuideState): boolean {
  const { snapshot } = state;
  if (!snapshot || isAllowed(TEST_USER_DOMAIN, snapshot.company)) return false;
  return snapshot.domainRequest?.state !== 'asked';
}

/** The tab of a site that was in front last: the one whose word counts. */
export function frontTabOf(state: GuideState, site: Site): number | null {
  const ids = Object.keys(state.tabs).map(Number);
  const ofSite = ids.filter((id) => state.tabs[id]?.site === site);
  ofSite.sort((one, other) => (state.tabs[other]?.frontAt ?? 0) - (state.tabs[one]?.frontAt ?? 0));
  return ofSite[0] ?? null;
}

export function readingOf(tab: TabState | null, step: StepId): StepReading | null {
  return tab?.observation?.readings[step] ?? null;
}

/** Whether the page shows what leads to where a step is done: its tab, or another page of the form. */
export function leadsOn(reading: StepReading | null): boolean {
  return reading?.stage === 'open-tab' || reading?.stage === 'turn-page';
}

/** The newest settling fact of a step that is not older than its newest press; null while there is none. */
export function lastWord(state: GuideState, step: StepId): Evidence | null {
  const snapshot = seen(state);
  if (!snapshot) return null;
  const press = lastPress(step, snapshot);
  const last = lastFact(step, [...SETTLING], snapshot);
  return last && (!press || last.at >= press.at) ? last : null;
}

/** Adds evidence that the server is to be told of. */
export function report(
  state: GuideState,
  evidence: Pick<LocalEvidence, 'step' | 'fact'> & Partial<LocalEvidence>,
): GuideState {
  const entry: LocalEvidence = {
    seenBy: 'page',
    note: null,
    fingerprint: null,
    ...evidence,
    id: state.nextId,
    atMs: state.now,
  };
  return { ...state, nextId: state.nextId + 1, local: [...state.local, entry] };
}

/** Whether a window of the page, such as an announcement, lies over all that is worked with there. */
export function isUnderWindow(tab: TabState | null): boolean {
  return typeof tab?.observation?.dialog === 'string';
}
