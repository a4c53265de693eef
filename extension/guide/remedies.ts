import type { PanelAction } from '../../shared/setup/panel.ts';
import { hindranceIn, type Hindrance } from '../../shared/setup/hindrances.ts';
import { KEY_NOT_BEARER } from '../../shared/setup/key-notes.ts';
import type { Problem, ProblemCode } from '../../shared/setup/problems.ts';
import { lastPress } from '../../shared/setup/progress.ts';
import { STEPS, stepOf, type StepId } from '../../shared/setup/steps.ts';
import { frontTabOf, mayAskForDomain, readingOf, seen, stateOf, tabOf } from './known.ts';
import { isKeyUnseen } from './press.ts';
import type { GuideState, TabState } from './state.ts';

/** The step that undoes the cause of a problem, or `new-key` when only another key helps. */
export type Remedy = StepId | 'new-key';

/** Where a problem of a step is solved, when that is not the step itself. */
export function remedyOf(state: GuideState, code: ProblemCode, step: StepId): Remedy | null {
  const found = anywhere(state, code);
  return found === step ? null : found;
}

function anywhere(state: GuideState, code: ProblemCode): Remedy | null {
  if (code === 'wrong-token') return usedHeldKey(state) ? 'new-key' : 'jumpcloud.token-key';
  if (code === 'key-not-seen') return 'new-key';
  if (code === 'no-request-arrived') return isTestWithdrawn(state) ? 'jumpcloud.base-url' : null;
  const step = REMEDY_STEPS[code];
  return step && stateOf(state, step) !== 'not-needed' ? step : null;
}

const REMEDY_STEPS: Partial<Record<ProblemCode, StepId>> = {
  'wrong-base-url': 'jumpcloud.base-url',
  'test-user-exists': 'jumpcloud.test-user-email',
  'test-user-domain-refused': 'jumpcloud.test-user-email',
  'group-test-failed': 'jumpcloud.group-management',
  'scim-version-1': 'jumpcloud.scim-version',
};

/** A console whose own test passed offers another one only after the form was changed. */
function isTestWithdrawn(state: GuideState): boolean {
  const tab = tabOf(state, frontTabOf(state, 'jumpcloud'));
  const isOffered = readingOf(tab, 'jumpcloud.test-connection')?.match === 'unique';
  return !isOffered && readingOf(tab, 'jumpcloud.base-url')?.match === 'unique';
}

/** Whether the refused key is the very one that the assistant holds, so that filling it in again changes nothing. */
function usedHeldKey(state: GuideState): boolean {
  const snapshot = seen(state);
  if (!state.held || !snapshot) return true;
  const presses = (['jumpcloud.activate', 'jumpcloud.test-connection'] as const).map((step) =>
    lastPress(step, snapshot),
  );
  return presses.some((press) => press?.fingerprint === state.held?.fingerprint);
}

/** The buttons of a problem, the advised one first. */
export function actionsOf(state: GuideState, problem: Problem, step: StepId, tab: TabState | null): PanelAction[] {
  const { code } = problem;
  switch (code) {
    case 'plan-not-eligible':
      return ['copy', 'retry'];
    case 'secondary-domain-missing':
      return domainActions(state, step);
    case 'target-missing':
      return missingActions(hindranceIn(problem.details));
    case 'target-ambiguous':
      return ['point', 'retry', 'done'];
    case 'form-wiped':
      return ['perform-all', 'perform', 'done'];
    case 'fill-reverted':
      return ['retry', 'copy', 'done'];
    case 'key-not-seen':
      return keyActions(state, step, tab);
    case 'wrong-token':
      // Another key would be sent in the same way.
      return problem.details.message === KEY_NOT_BEARER ? ['retry', 'copy'] : remedyActions(state, code, step);
    case 'wrong-base-url':
    case 'test-user-exists':
    case 'test-user-domain-refused':
    case 'group-test-failed':
    case 'scim-version-1':
      return remedyActions(state, code, step);
    case 'no-request-arrived':
      return remedyOf(state, code, step) ? ['back', 'copy', 'done'] : ['retry', 'copy', 'done'];
    case 'not-public':
    case 'jumpcloud-error':
      return ['retry', 'copy', 'done'];
    case 'server-unreachable':
      return stepOf(step).consequential || tab === null || readingOf(tab, step)?.match !== 'unique'
        ? ['retry']
        : ['retry', 'perform'];
    case 'not-an-admin':
    case 'signed-out':
    case 'session-expired':
    case 'sso-app-missing':
    case 'sso-not-active':
      return ['retry'];
    case 'already-active':
      return ['perform', 'retry'];
  }
}

function missingActions(hindrance: Hindrance | null): PanelAction[] {
  switch (hindrance) {
    case 'not-yet':
    case 'covered':
    case 'gone':
      return ['perform', 'retry', 'done'];
    case 'window-over':
      // Nothing under a window can be pointed at; once it is closed, the walk goes on by itself.
      return ['retry', 'point', 'done'];
    case 'disabled':
      return ['retry', 'done'];
    case 'no-change':
    case 'not-it':
    case null:
      return ['point', 'retry', 'done'];
  }
}

/** Support is asked with one click; while they have not answered there is nothing more to do than to look again. */
function domainActions(state: GuideState, step: StepId): PanelAction[] {
  if (step !== 'secondary-domain') return ['copy', 'retry'];
  const byWord: PanelAction[] = state.snapshot?.session.target === 'dialpad' ? ['done'] : [];
  return mayAskForDomain(state) ? ['perform', 'copy', 'retry', ...byWord] : ['retry', 'copy', ...byWord];
}

function keyActions(state: GuideState, step: StepId, tab: TabState | null): PanelAction[] {
  // There is a key that only the admin sees: it is shown, or pasted in the side panel, before another is made.
  if (step === 'dialpad.generate-key' && isKeyUnseen(state)) return ['point', 'retry', 'back'];
  if (step === 'jumpcloud.token-key') return ['back', 'retry', 'done'];
  const isShown = readingOf(tab, step)?.match === 'unique';
  // Dialpad shows a key once: what is not on the page any more is not found by another look.
  return isShown ? ['perform', 'retry', 'done'] : ['back', 'retry', 'done'];
}

function remedyActions(state: GuideState, code: ProblemCode, step: StepId): PanelAction[] {
  if (remedyOf(state, code, step)) return ['back', 'retry', 'copy'];
  const solvedHere = STEPS.some((other) => other.id === step && other.action !== 'press');
  return solvedHere ? ['perform', 'retry', 'done'] : ['retry', 'copy'];
}
