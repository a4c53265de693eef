import { KEY_NAME } from '../../shared/setup/key-name.ts';
import type { Preview } from '../../shared/setup/panel.ts';
import { stepOf, type StepId } from '../../shared/setup/steps.ts';
import type { Texts } from '../../shared/texts/en.ts';
import { flowOfSession, readingOf, siteOfStep, stateOf } from './known.ts';
import type { GuideState, TabState } from './state.ts';

/** Exactly what a step is about to do, with its values; secret ones masked. */
export function previewOf(state: GuideState, step: StepId, tab: TabState | null, language: Texts): Preview {
  const { preview } = language;
  const where = { label: preview.on, value: tab?.host ?? language.siteNames.server };
  const what = (value: string) => ({ label: preview.action, value });
  const occupiedBy = readingOf(tab, step)?.occupiedBy;
  if (occupiedBy && stepOf(step).consequential !== true) {
    const becomes = { label: preview.becomes, value: newValue(state, step, language) };
    return { step, lines: [where, what(preview.what.replace), { label: preview.now, value: occupiedBy }, becomes] };
  }
  const lines = linesOf(state, step, language);
  return { step, lines: [where, ...lines, ...buttonLines(lines, readingOf(tab, step)?.button ?? null, language)] };
}

function linesOf(state: GuideState, step: StepId, language: Texts): Preview['lines'] {
  const { preview } = language;
  const what = (value: string) => ({ label: preview.action, value });
  if (step === 'dialpad.generate-key') {
    const isOurs = siteOfStep(state, step) === 'server';
    return [what(isOurs ? preview.what.server : preview.what[step]), ...keyLines(language)];
  }
  if (step === 'jumpcloud.test-connection' || step === 'jumpcloud.activate') {
    const isUpdate = step === 'jumpcloud.activate' && flowOfSession(state) === 'replace-key';
    return [what(isUpdate ? preview.what.update : preview.what[step]), ...callLines(state, language)];
  }
  if (step === 'jumpcloud.save') return [what(preview.what[step])];
  if (step !== 'jumpcloud.user-groups') return [];
  return [what(preview.what[step]), { label: preview.groups, value: preview.tickedGroups }];
}

/** A button that says something else than what is announced is named: who agrees, agrees to that. */
function buttonLines(lines: Preview['lines'], button: string | null, { preview }: Texts): Preview['lines'] {
  const isNamed = (name: string): boolean =>
    lines.some(({ value }) => value.toLowerCase().includes(name.toLowerCase()));
  return button === null || isNamed(button) ? [] : [{ label: preview.button, value: button }];
}

function keyLines({ preview }: Texts): Preview['lines'] {
  return [
    { label: preview.keyName, value: KEY_NAME },
    { label: preview.scopes, value: preview.defaultScopes },
    { label: preview.expiry, value: preview.expiryKept },
  ];
}

function callLines(state: GuideState, { preview }: Texts): Preview['lines'] {
  const hasAddress = stateOf(state, 'jumpcloud.test-user-email') !== 'not-needed';
  const address = hasAddress ? state.snapshot?.testAddresses.at(-1) : undefined;
  return [
    { label: preview.baseUrl, value: state.snapshot?.baseUrl ?? '' },
    { label: preview.key, value: state.held?.masked ?? preview.keyInField },
    { label: preview.testUser, value: address ?? preview.testUserByJumpCloud },
  ];
}

function newValue(state: GuideState, step: StepId, { preview }: Texts): string {
  if (step === 'jumpcloud.base-url') return state.snapshot?.baseUrl ?? '';
  if (step === 'jumpcloud.token-key') return preview.heldKey(state.held?.masked ?? '');
  return preview.freshAddress;
}
