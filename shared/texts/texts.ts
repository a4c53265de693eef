import type { Problem } from '../setup/problems.ts';
import type { Flow, StepId } from '../setup/steps.ts';
import type { Target } from '../setup/targets.ts';
import { de } from './de.ts';
import { en, type Texts } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { ja } from './ja.ts';
import type { StepText } from './step-texts-en.ts';

/** The languages that the assistant speaks; adding one is adding its texts here. */
const LANGUAGES: Record<string, Texts> = { en, fr, de, es, ja };

/** The language that is spoken to who has this BCP 47 tag, such as `de` for `de-CH`: English where there are no texts. */
export function languageOf(locale: string): string {
  const language = locale.split('-')[0]?.toLowerCase() ?? '';
  return language in LANGUAGES ? language : 'en';
}

/** The texts for a BCP 47 tag. */
export function texts(locale: string): Texts {
  return LANGUAGES[languageOf(locale)] ?? en;
}

/** What is said of a step in a session of that target and flow. */
export function stepText(step: StepId, { target, flow }: { target: Target; flow: Flow }, language: Texts): StepText {
  const ofTarget = target === 'self-hosted' ? language.selfHostedSteps[step] : undefined;
  const ofFlow = flow === 'replace-key' ? language.replaceSteps[step] : undefined;
  return ofTarget ?? ofFlow ?? language.steps[step];
}

/** What a problem is called, and the one thing to do next. */
export function problemText({ code, details }: Problem, language: Texts): { title: string; next: string } {
  const { title, next } = language.problems[code];
  return {
    title: typeof title === 'string' ? title : title(details),
    next: typeof next === 'string' ? next : next(details),
  };
}
