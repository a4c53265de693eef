import type { PanelAction } from '../../shared/setup/panel.ts';
import { siteOf, stepOf, type StepId } from '../../shared/setup/steps.ts';
import { copyTextOf } from './copy-text.ts';
import { progressOf, shownStep, siteOfStep, stepsOfSession, tabIdOf, tabOf } from './known.ts';
import { isLongAwaited, mayLetGo } from './patience.ts';
import { actionsOf } from './remedies.ts';
import { isLeftToAdmin } from './run.ts';
import { standing, type Standing } from './standing.ts';
import type { GuideState, PanelId } from './state.ts';

export type Offer = { action: PanelAction; primary: boolean };

/** The buttons of a panel: what is advised first, exactly one, unless there is nothing to do but wait. */
export function offers(state: GuideState, panel: PanelId): Offer[] {
  const step = shownStep(state);
  const tab = tabOf(state, tabIdOf(state, panel));
  const now = standing(state, step, tab);
  if (state.preview?.step === step && now.status === 'ready') return [advised('confirm'), other('cancel')];
  const [first, ...rest] = actionsFor(state, step, now, panel);
  if (!first) return [];
  const common = commonActions(state, step, now, panel).filter((action) => action !== first && !rest.includes(action));
  const hasPrimary = !['looking', 'working', 'finished'].includes(now.status);
  return [{ action: first, primary: hasPrimary }, ...[...rest, ...common].map(other)];
}

function advised(action: PanelAction): Offer {
  return { action, primary: true };
}

function other(action: PanelAction): Offer {
  return { action, primary: false };
}

function actionsFor(state: GuideState, step: StepId, now: Standing, panel: PanelId): PanelAction[] {
  const isByWord = state.snapshot?.session.target === 'dialpad';
  switch (now.status) {
    case 'ambiguous':
    case 'problem':
      return actionsOf(state, now.problem, step, tabOf(state, tabIdOf(state, panel)));
    case 'elsewhere':
      return isByWord ? ['go', 'done'] : ['go'];
    case 'looking':
      return siteOfStep(state, step) === 'server' ? ['done'] : ['done', 'point'];
    case 'ready':
      return mayRun(state, step, panel) ? ['perform-all', 'perform', 'done'] : ['perform', 'done'];
    case 'working':
      return workingActions(state, step);
    case 'done':
      return stepOf(step).action === 'wait' ? ['done'] : ['done', 'perform'];
    case 'finished':
      return ['back'];
  }
}

function workingActions(state: GuideState, step: StepId): PanelAction[] {
  if (mayLetGo(state)) return ['cancel'];
  const byWord: PanelAction[] = isLongAwaited(state, step) ? ['done'] : [];
  if (state.run) return ['cancel', ...byWord];
  if (state.working || state.onward) return [];
  if (step === 'first-sync') return ['skip', 'back'];
  return state.snapshot?.session.target === 'dialpad' ? ['done'] : ['retry', ...byWord];
}

function commonActions(state: GuideState, step: StepId, now: Standing, panel: PanelId): PanelAction[] {
  if (now.status === 'working' || now.status === 'finished') return [];
  const actions: PanelAction[] = [];
  if (
    copyTextOf(state, step, now) !== null ||
    (panel === 'sidepanel' && step === 'jumpcloud.token-key' && state.held)
  ) {
    actions.push('copy');
  }
  if (stepOf(step).skippable && now.status !== 'done') actions.push('skip');
  if (state.undo && state.undo.tabId === tabIdOf(state, panel)) actions.push('undo');
  if (stepsOfSession(state)[0]?.id !== step) actions.push('back');
  return actions;
}

/** Whether all that is left on this site can be done from here in one go: it stops by itself where the admin is needed. */
function mayRun(state: GuideState, step: StepId, panel: PanelId): boolean {
  if (siteOfStep(state, step) === 'server' || state.cursor !== null || isLastOfSite(state, step)) return false;
  return !isLeftToAdmin(tabOf(state, tabIdOf(state, panel)), step);
}

/** Whether no other step of the same page is left, so that "all of them" would say nothing more. */
function isLastOfSite(state: GuideState, step: StepId): boolean {
  const target = state.snapshot?.session.target ?? 'server';
  const open = progressOf(state).steps.filter(
    (entry) => siteOf(entry.step, target) === siteOfStep(state, step) && entry.state === 'open',
  );
  return open.length < 2;
}
