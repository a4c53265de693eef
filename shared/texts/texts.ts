import type { StepId } from '../setup/steps.ts';
import type { Target } from '../setup/targets.ts';
import { en, type Texts } from './en.ts';
import type { StepText } from './step-texts-en.ts';

/** The languages that the assistant speaks; adding one is adding its texts here. */
const LANGUAGES: Record<string, Texts> = { en };

/** The texts for a BCP 47 tag such as `de-CH`; English where there are none. */
export function texts(locale: string): Texts {
  return LANGUAGES[locale.split('-')[0]?.toLowerCase() ?? ''] ?? en;
}

/** What is said of a step in a session of that target. */
export function stepText(step: StepId, target: Target, language: Texts): StepText {
  const special = target === 'self-hosted' ? language.selfHostedSteps[step] : undefined;
  return special ?? language.steps[step];
}
