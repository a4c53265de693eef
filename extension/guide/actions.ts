import { cardOf, type ClickedCard, type PanelAction } from '../../shared/setup/panel.ts';
import { stepOf, type StepId } from '../../shared/setup/steps.ts';
import { checkWord } from './check-word.ts';
import { and, turn, type Turn } from './events.ts';
import {
  frontTabOf,
  leadsOn,
  readingOf,
  report,
  shownStep,
  siteOfStep,
  stateOf,
  stepsOfSession,
  tabIdOf,
  tabOf,
} from './known.ts';
import { mayLetGo } from './patience.ts';
import { begin, execute, needsConsent, point, stopPointing, undo } from './perform.ts';
import { offers } from './offers.ts';
import { remedyOf } from './remedies.ts';
import { standing, wayTo } from './standing.ts';
import type { GuideState, PanelId } from './state.ts';
import { isBefore } from './take-in.ts';

/**
 * What a button of a panel does. One that the panel does not show now does nothing, nor one of a card that has gone
 * meanwhile: Back, of a problem, leads elsewhere than on the card that comes of it.
 */
export function act(state: GuideState, panel: PanelId, action: PanelAction, on: ClickedCard): Turn {
  const step = shownStep(state);
  const tabId = tabIdOf(state, panel);
  if (action === 'collapse') return turn(toggled(state, panel));
  const { problem } = standing(state, step, tabOf(state, tabId));
  if (!isSameCard(on, cardOf({ step, problem }))) return turn(state);
  if (!offers(state, panel).some((offer) => offer.action === action)) return turn(state);
  switch (action) {
    case 'perform':
      return isRunning(state, step, tabId) ? turnToReplacing(state, step) : begin({ ...state, run: null }, step, tabId);
    case 'perform-all':
      return turn({ ...state, run: { site: siteOfStep(state, step), tabId, performed: [], since: state.now } });
    case 'confirm':
      return state.preview ? execute(state, state.preview.step, state.preview.tabId) : turn(state);
    case 'cancel':
      return cancel(state);
    case 'point':
      return tabId === null ? turn(state) : point(state, step, tabId);
    case 'copy':
      return turn(state); // the panel itself copies: the clipboard belongs to the page that was clicked
    case 'done':
      return checkWord({ ...state, run: null }, step, tabId);
    case 'skip':
      return stepOf(step).skippable
        ? turn(report({ ...state, cursor: null, trouble: null }, { step, fact: 'skipped', seenBy: 'admin' }))
        : turn(state);
    case 'back':
      return back(state, panel, step);
    case 'undo':
      return undo(state);
    case 'retry':
      return retry(state, step, tabId);
    case 'go':
      return go(state, step, tabId);
  }
}

function isSameCard(one: ClickedCard, other: ClickedCard): boolean {
  return one.step === other.step && one.problem === other.problem;
}

/** Ends a run or a question, and lets go of what a page is at: how it looks afterwards is what counts. */
function cancel(state: GuideState): Turn {
  const calm: GuideState = { ...state, preview: null, run: null, awaited: null };
  const tabId = state.working?.tabId ?? null;
  const tab = tabOf(state, tabId);
  if (!mayLetGo(state) || tabId === null || !tab) return turn(calm);
  const tabs = { ...state.tabs, [tabId]: { ...tab, staleSince: state.now } };
  const free: GuideState = { ...calm, working: null, onward: null, tabs };
  const stopped = state.working?.phase === 'point' ? stopPointing(free, tabId) : turn(free);
  return and(stopped, (next) => turn(next, { do: 'look', tabId }));
}

/** What is offered then is not the step, but to replace the key of what runs already. */
function isRunning(state: GuideState, step: StepId, tabId: number | null): boolean {
  return standing(state, step, tabOf(state, tabId)).problem?.code === 'already-active';
}

/** From here on the pages are looked at with other eyes: what they showed before is let go of. */
function turnToReplacing(state: GuideState, step: StepId): Turn {
  const tabs = Object.entries(state.tabs).map(([id, tab]) => [id, { ...tab, observation: null, looking: null }]);
  const blank: GuideState = {
    ...state,
    trouble: null,
    run: null,
    tabs: Object.fromEntries(tabs) as GuideState['tabs'],
  };
  const looks = Object.keys(state.tabs).map((id) => ({ do: 'look' as const, tabId: Number(id) }));
  return turn(report(blank, { step, fact: 'replacing', seenBy: 'admin' }), { do: 'flush' }, ...looks);
}

function toggled(state: GuideState, panel: PanelId): GuideState {
  const site = panel === 'sidepanel' ? 'server' : (state.tabs[panel]?.site ?? 'server');
  return { ...state, collapsed: { ...state.collapsed, [site]: !state.collapsed[site] } };
}

/** To the step that undoes a problem's cause, else one step back. */
function back(state: GuideState, panel: PanelId, step: StepId): Turn {
  const now = standing(state, step, tabOf(state, tabIdOf(state, panel)));
  const cleared: GuideState = { ...state, trouble: null, preview: null, run: null };
  const remedy = now.status === 'problem' ? remedyOf(state, now.problem.code, step) : null;
  if (remedy === 'new-key') return askForNewKey(cleared);
  if (remedy) return turn({ ...cleared, cursor: { step: remedy, why: 'redo' } });
  const earlier = previous(state, step);
  return turn(earlier ? { ...cleared, cursor: { step: earlier, why: 'look' } } : cleared);
}

/** The step before, leaving out what this session does not need. */
export function previous(state: GuideState, step: StepId): StepId | null {
  const before = stepsOfSession(state).filter(({ id }) => isBefore(id, step));
  return before.findLast(({ id }) => stateOf(state, id) !== 'not-needed')?.id ?? null;
}

/**
 * Opens the steps that make a key again. A Dialpad page may still show the old one, which would be taken once more: it is
 * loaded anew.
 */
function askForNewKey(state: GuideState): Turn {
  const isSelfHosted = state.snapshot?.session.target === 'self-hosted';
  const making: StepId[] = ['dialpad.generate-key', 'dialpad.save-key'];
  const steps: StepId[] = isSelfHosted ? making : ['dialpad.add-key', ...making];
  const without: GuideState = { ...state, held: null, cursor: null };
  const opened = steps.reduce((before, step) => report(before, { step, fact: 'open', seenBy: 'admin' }), without);
  const tabId = frontTabOf(state, 'dialpad');
  const tab = tabOf(opened, tabId);
  if (isSelfHosted || tabId === null || !tab) return turn(opened);
  // Until the new document says hello, nobody speaks for this tab.
  const blank: GuideState = {
    ...opened,
    tabs: { ...opened.tabs, [tabId]: { ...tab, staleSince: state.now, documentId: '' } },
  };
  return turn(blank, { do: 'reload', tabId });
}

function retry(state: GuideState, step: StepId, tabId: number | null): Turn {
  const tab = tabOf(state, tabId);
  const now = standing(state, step, tab);
  const calm: GuideState = { ...state, trouble: null, preview: null };
  const looked = lookAgain(calm, tabId);
  if (now.status !== 'problem') return looked;
  const mayAct = readingOf(tab, step)?.match === 'unique' || siteOfStep(state, step) === 'server';
  if ((now.problem.code === 'fill-reverted' || now.problem.code === 'form-wiped') && mayAct)
    return begin(calm, step, tabId);
  if (mayAct && tabId !== null && needsConsent(calm, step, tabId) && wasPressed(now.problem.code)) {
    return begin(calm, step, tabId);
  }
  return looked;
}

/** Problems of a press, which is what is tried again then. */
function wasPressed(code: string): boolean {
  return [
    'no-request-arrived',
    'not-public',
    'jumpcloud-error',
    'wrong-token',
    'wrong-base-url',
    'test-user-exists',
    'test-user-domain-refused',
    'group-test-failed',
    'secondary-domain-missing',
  ].includes(code);
}

/** Asks the server and the page anew, and gives the search its time again. */
function lookAgain(state: GuideState, tabId: number | null): Turn {
  const tab = tabOf(state, tabId);
  if (tabId === null || !tab) return turn(state, { do: 'refresh' });
  const fresh: GuideState = { ...state, tabs: { ...state.tabs, [tabId]: { ...tab, looking: null } } };
  return turn(fresh, { do: 'refresh' }, { do: 'look', tabId });
}

function go(state: GuideState, step: StepId, tabId: number | null): Turn {
  const site = siteOfStep(state, step);
  const tab = tabOf(state, tabId);
  if (tab && tabId !== null && tab.site === site) {
    if (leadsOn(readingOf(tab, step))) return execute(state, step, tabId);
    const leading = wayTo(step, tab);
    return leading ? execute(state, leading, tabId) : turn(state);
  }
  return site === 'server'
    ? turn(state)
    : turn(state, { do: 'go', site, host: state.hosts[site], tabId: frontTabOf(state, site) });
}
