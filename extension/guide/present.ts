import type { Expectations, StepReading } from '../../shared/setup/observation.ts';
import type { PanelAction, PanelView } from '../../shared/setup/panel.ts';
import type { StepId } from '../../shared/setup/steps.ts';
import type { Texts } from '../../shared/texts/en.ts';
import { texts } from '../../shared/texts/texts.ts';
import { questionText, stepText } from '../../shared/texts/wording.ts';
import { copiesDetails, copyTextOf } from './copy-text.ts';
import { flowOfSession, progressOf, readingOf, seen, shownStep, siteOfStep, stateOf, tabIdOf, tabOf } from './known.ts';
import { offers } from './offers.ts';
import { isLongAwaited, isUnanswered } from './patience.ts';
import { isKeyMeant } from './perform.ts';
import { previewOf } from './previews.ts';
import { isUnheard, waitingFor, wasDeclined } from './press.ts';
import { remedyOf } from './remedies.ts';
import { standing, type Standing } from './standing.ts';
import { JUMPCLOUD_HOSTS, type GuideState, type PanelId, type TabState } from './state.ts';

const CALLS_SHOWN = 20;

/** Noted by a page of a form that goes on: what leads to its next page. */
const NEXT_PAGE = 'next-page';

/** All that a panel shows, or null before the first connection. */
export function present(state: GuideState, panel: PanelId, locale: string): PanelView | null {
  const snapshot = seen(state);
  if (!snapshot) return null;
  const language = texts(locale);
  const step = shownStep(state);
  const tab = tabOf(state, tabIdOf(state, panel));
  const now = standing(state, step, tab);
  const isAsking = state.preview?.step === step && now.status === 'ready';
  const given = offers(state, panel);
  const isRunAdvised = given.some(({ action, primary }) => action === 'perform-all' && primary);
  const card: Card = { step, tab, isRunAdvised, language };
  return {
    step,
    site: siteOfStep(state, step),
    status: now.status,
    problem: now.problem,
    preview: isAsking ? previewOf(state, step, tab, language) : null,
    actions: given.map((offer) => ({ ...offer, label: labelOf(state, now, offer.action, card) })),
    steps: progressOf(state).steps,
    companyName: snapshot.company.name,
    target: snapshot.session.target,
    flow: flowOfSession(state),
    note: noteOf(state, now, card),
    copyText: copyTextOf(state, step, now, locale),
    activity: snapshot.activity.slice(-CALLS_SHOWN).reverse(),
    heldKey: state.held?.masked ?? null,
    otherHost: otherHostOf(state, step, now, tab),
    guidance: snapshot.guidance,
    collapsed: state.collapsed[panel === 'sidepanel' ? 'server' : (tab?.site ?? 'server')] ?? false,
  };
}

/** What pages are told to expect, so that they can say whether it is there. */
export function expectationsOf(state: GuideState): Expectations {
  return {
    baseUrl: state.snapshot?.baseUrl ?? '',
    keyFingerprint: state.held?.fingerprint ?? null,
    testAddresses: state.snapshot?.testAddresses ?? [],
    replacing: flowOfSession(state) === 'replace-key',
  };
}

/** What a card is about; `isRunAdvised` when it advises all steps of the site in one go. */
type Card = { step: StepId; tab: TabState | null; isRunAdvised: boolean; language: Texts };

function labelOf(state: GuideState, now: Standing, action: PanelAction, card: Card): string {
  const { step, isRunAdvised, language } = card;
  const session = { target: state.snapshot?.session.target ?? 'server', flow: flowOfSession(state) };
  const special = now.problem ? language.problems[now.problem.code].labels?.[action] : undefined;
  // Where it leads to no remedy, it is one step back as ever.
  const isRemedy = action !== 'back' || !now.problem || remedyOf(state, now.problem.code, step) !== null;
  if (special && isRemedy) return special;
  if (action === 'perform-all') return language.allSteps(language.siteNames[siteOfStep(state, step)]);
  if (action === 'perform') return isRunAdvised ? language.onlyThis : stepText(step, session, language).perform;
  if (action === 'done' && now.status === 'done') return language.goOn;
  if (action === 'copy' && copiesDetails(step, now)) return language.copyDetails;
  if (action === 'copy' && step === 'jumpcloud.token-key') return language.sidePanel.copyKey;
  return language.actions[action];
}

function noteOf(state: GuideState, now: Standing, { step, tab, isRunAdvised, language }: Card): string | null {
  const { notes } = language;
  if (now.status === 'elsewhere') {
    const site = siteOfStep(state, step);
    return tab?.site === site ? pageNote(readingOf(tab, step), language) : notes.elsewhere(language.siteNames[site]);
  }
  if (step === 'secondary-domain' && now.problem) return domainNote(state, language);
  if (now.status === 'finished') return null;
  if (now.status === 'working') return workingNote(state, step, language);
  if (now.status === 'done') return stateOf(state, step) === 'skipped' ? notes.skipped : null;
  const reading = readingOf(tab, step);
  if (reading?.stage === 'tick') return notes.tick;
  const { oldKey } = state.snapshot ?? {};
  if (step === 'retire-old-key') return oldKey ? notes.oldKey(oldKey.last4) : null;
  if (reading?.occupiedBy && now.status === 'ready' && !state.preview) return notes.occupied(reading.occupiedBy);
  if (step === 'jumpcloud.token-key' && state.held?.kind === 'foreign' && state.snapshot?.session.target === 'server') {
    return language.panel.foreignKey;
  }
  if (now.status === 'ready' && wasDeclined(state, step)) {
    return notes.declined(language.siteNames[siteOfStep(state, step)]);
  }
  if (now.status === 'ready' && isUnheard(state, step)) return notes.unheard(language.siteNames.jumpcloud);
  return isRunAdvised ? notes.asksFirst : null;
}

/** On which page of the site the step is done. */
function pageNote(reading: StepReading | null, { notes }: Texts): string {
  if (reading?.stage !== 'turn-page') return notes.otherPage;
  return reading.note === NEXT_PAGE ? notes.nextPage : notes.earlierPage;
}

/** Why support declined the request. */
function domainNote(state: GuideState, { notes }: Texts): string | null {
  const request = state.snapshot?.domainRequest;
  return request?.state === 'declined' ? notes.domainDeclined(request.reason ?? '') : null;
}

function workingNote(state: GuideState, step: StepId, language: Texts): string | null {
  const { notes, panel, siteNames } = language;
  if (step === 'first-sync') return notes.waitingForUser;
  if (state.working?.phase === 'acknowledge') return notes.acknowledging;
  if (state.working?.phase === 'point') return isKeyMeant(state, step) ? panel.pointKeyHint : panel.pointHint;
  const waiting = waitingFor(state, step);
  const site = siteNames[siteOfStep(state, step)];
  if (waiting.for === 'window') return questionText(step, siteOfStep(state, step), language);
  if (isUnanswered(state)) return notes.unanswered(site);
  if (isLongAwaited(state, step)) return notes.longAwaited(site);
  if (waiting.for === 'page') return notes.waitingForPage(site);
  return waiting.for === 'server' ? notes.waitingForServer : null;
}

function otherHostOf(state: GuideState, step: StepId, now: Standing, tab: TabState | null): string | null {
  if (now.status !== 'elsewhere' || siteOfStep(state, step) !== 'jumpcloud' || tab?.site === 'jumpcloud') return null;
  return JUMPCLOUD_HOSTS.find((host) => host !== state.hosts.jumpcloud) ?? null;
}
