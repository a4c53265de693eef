import type { PageCommand } from '../../shared/setup/commands.ts';
import { KEY_NAME } from '../../shared/setup/key-name.ts';
import { stepOf, type StepId } from '../../shared/setup/steps.ts';
import { serverSees } from '../../shared/setup/targets.ts';
import { and, turn, type StrippedResult, type Turn } from './events.ts';
import { leadsOn, mayAskForDomain, readingOf, report, siteOfStep, tabOf } from './known.ts';
import { isWay, setOut } from './onward.ts';
import { isKeyUnseen, WIRE_STEPS } from './press.ts';
import type { GuideState, Working } from './state.ts';
import { refuse } from './trouble.ts';

/** Whether a step is shown to the admin, and agreed to, before it is done. */
export function needsConsent(state: GuideState, step: StepId, tabId: number | null): boolean {
  const reading = readingOf(tabOf(state, tabId), step);
  if (leadsOn(reading)) return false;
  if (stepOf(step).action === 'bind') return reading?.stage === 'save';
  return stepOf(step).consequential === true || Boolean(reading?.occupiedBy);
}

/** Begins a step: with its preview where it needs the admin's consent, else at once. */
export function begin(state: GuideState, step: StepId, tabId: number | null): Turn {
  const cleared: GuideState = { ...state, trouble: null };
  if (needsConsent(cleared, step, tabId)) return turn({ ...cleared, preview: { step, tabId } });
  return execute(cleared, step, tabId);
}

/** Does a step to which nothing more needs to be agreed. */
export function execute(state: GuideState, step: StepId, tabId: number | null): Turn {
  const cleared: GuideState = { ...state, preview: null, trouble: null };
  if (step === 'secondary-domain' && mayAskForDomain(cleared)) {
    const begun = work(cleared, step, null, 'ask-domain');
    return turn(begun, { do: 'ask-domain', id: begun.nextId - 1 });
  }
  if (stepOf(step).action === 'wait') return turn(cleared, { do: 'refresh' });
  if (siteOfStep(state, step) === 'server') return askServer(cleared, step);
  if (tabId === null) return turn(cleared);
  if (leadsOn(readingOf(tabOf(state, tabId), step))) return lead(cleared, step, tabId);
  if (step === 'jumpcloud.token-key' && !state.held)
    return refuse(cleared, step, { code: 'key-not-seen', details: {} });
  if (stepOf(step).action === 'by-hand') return turn(cleared, { do: 'show', tabId });
  if (readingOf(tabOf(state, tabId), step)?.stage === 'tick') {
    return turn({ ...cleared, awaited: { step, tabId } }, { do: 'show', tabId });
  }
  if (step === 'jumpcloud.test-user-email') {
    const begun = work(cleared, step, tabId, 'address');
    return turn(begun, { do: 'issue-address', id: begun.nextId - 1 });
  }
  if (needsWitness(cleared, step, tabId)) return press(cleared, step, tabId);
  return command(isWay(step) ? setOut(cleared, step, tabId) : cleared, step, tabId, valueOf(state, step));
}

/** Has the page press what leads to where the step is done, and is not yet done with it when that was pressed. */
function lead(state: GuideState, step: StepId, tabId: number): Turn {
  const begun = work(setOut(state, step, tabId), step, tabId, 'lead');
  return turn(begun, send(begun, tabId, { do: 'lead', step }));
}

/** A press with consequences is recorded before it happens, and where the server sees, the server knows of it first. */
function needsWitness(state: GuideState, step: StepId, tabId: number): boolean {
  return stepOf(step).consequential === true && (stepOf(step).action !== 'bind' || needsConsent(state, step, tabId));
}

function press(state: GuideState, step: StepId, tabId: number): Turn {
  // Nothing is pressed while the server could not be told.
  if (!state.serverUp && serverSees(state.snapshot?.session.target ?? 'server')) return turn({ ...state, run: null });
  if (!WIRE_STEPS.includes(step)) return witness(state, step, tabId, { fingerprint: null, note: null });
  const begun = work(state, step, tabId, 'fingerprint');
  return turn(begun, send(begun, tabId, { do: 'fingerprint' }));
}

/** Reports the press, and waits for the server to acknowledge it where its word is part of the evidence. */
export function witness(
  state: GuideState,
  step: StepId,
  tabId: number,
  { fingerprint, note }: Pick<StrippedResult, 'fingerprint' | 'note'>,
): Turn {
  const reported = report(state, { step, fact: 'pressed', fingerprint, note });
  const target = state.snapshot?.session.target ?? 'server';
  if (!serverSees(target)) return and(turn(reported, { do: 'flush' }), (next) => pressNow(next, step, tabId));
  // The work has the evidence's id, so that its acknowledgement finds it.
  return turn(
    { ...reported, working: { id: reported.nextId - 1, since: state.now, step, tabId, phase: 'acknowledge' } },
    { do: 'flush' },
  );
}

/** Presses what was witnessed. */
export function pressNow(state: GuideState, step: StepId, tabId: number): Turn {
  const tab = tabOf(state, tabId);
  const reading = readingOf(tab, step);
  const doneBefore = reading?.state === 'done';
  const record = { tabId, documentId: tab?.documentId ?? '', doneBefore, before: JSON.stringify(reading) };
  const presses = { ...state.presses, [step]: record };
  return command({ ...state, presses, undo: null }, step, tabId, valueOf(state, step));
}

/** Has the page perform the step with that value. */
export function command(state: GuideState, step: StepId, tabId: number, value: string | null): Turn {
  const begun = work(state, step, tabId, 'page');
  const withKey = step === 'jumpcloud.token-key';
  return turn(begun, { ...send(begun, tabId, { do: 'perform', step, value }), withKey });
}

/** Takes back what the step filled in. */
export function undo(state: GuideState): Turn {
  if (!state.undo) return turn(state);
  const { step, tabId } = state.undo;
  const begun = work({ ...state, undo: null, trouble: null }, step, tabId, 'undo');
  return turn(begun, send(begun, tabId, { do: 'undo', step }));
}

/** Lets the admin show the step's control. */
export function point(state: GuideState, step: StepId, tabId: number): Turn {
  const begun = work({ ...state, trouble: null }, step, tabId, 'point');
  return turn(begun, send(begun, tabId, { do: 'point', step: isKeyMeant(state, step) ? 'dialpad.save-key' : step }));
}

/** Has the page wait for no click any more. Nothing is waited for that it answers. */
export function stopPointing(state: GuideState, tabId: number): Turn {
  const next: GuideState = { ...state, nextId: state.nextId + 1 };
  return turn(next, send(next, tabId, { do: 'stop-pointing' }));
}

/** Whether what the admin is to show is the key, and no longer the form that made it. */
export function isKeyMeant(state: GuideState, step: StepId): boolean {
  return step === 'dialpad.generate-key' && isKeyUnseen(state);
}

function send(state: GuideState, tabId: number, asked: PageCommand) {
  return { do: 'command' as const, id: state.nextId - 1, tabId, command: asked, withKey: false };
}

function work(state: GuideState, step: StepId, tabId: number | null, phase: Working['phase']): GuideState {
  return { ...state, nextId: state.nextId + 1, working: { id: state.nextId, since: state.now, step, tabId, phase } };
}

function askServer(state: GuideState, step: StepId): Turn {
  if (step !== 'dialpad.generate-key' && step !== 'dialpad.save-key') return turn(state);
  const begun = work(state, step, null, 'create-key');
  return turn(begun, { do: 'create-key', id: begun.nextId - 1, name: KEY_NAME });
}

function valueOf(state: GuideState, step: StepId): string | null {
  if (step === 'jumpcloud.base-url') return state.snapshot?.baseUrl ?? null;
  return step === 'dialpad.generate-key' ? KEY_NAME : null;
}
