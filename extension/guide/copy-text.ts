import { KEY_NAME } from '../../shared/setup/key-name.ts';
import { stepOf, type StepId } from '../../shared/setup/steps.ts';
import { problemDetails } from '../../shared/texts/problem-details.ts';
import { texts } from '../../shared/texts/texts.ts';
import type { Standing } from './standing.ts';
import type { GuideState } from './state.ts';

/** What `copy` copies on a step: a value to paste by hand, or what to send to somebody. Never the key. */
export function copyTextOf(state: GuideState, step: StepId, now: Standing, locale = 'en'): string | null {
  const { snapshot } = state;
  if (!snapshot) return null;
  if (now.problem) {
    const { code, details } = now.problem;
    const { request } = texts(locale).problems[code];
    if (request) return request(snapshot.company, details);
    if (copiesDetails(step, now)) return problemDetails(now.problem);
  }
  if (step === 'jumpcloud.base-url') return snapshot.baseUrl;
  if (step === 'jumpcloud.test-user-email') return snapshot.testAddresses.at(-1) ?? null;
  return step === 'dialpad.generate-key' ? KEY_NAME : null;
}

/** Whether what `copy` copies is what was seen of a problem. A field that is to be filled by hand needs its value more. */
export function copiesDetails(step: StepId, { problem }: Standing): boolean {
  return problem !== null && stepOf(step).action !== 'fill';
}
