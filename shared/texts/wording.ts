import type { Problem } from '../setup/problems.ts';
import type { Flow, Site, StepId } from '../setup/steps.ts';
import type { Target } from '../setup/targets.ts';
import type { Texts } from './en.ts';
import type { StepText } from './step-texts-en.ts';

/** What is said of a step in a session of that target and flow. */
export function stepText(step: StepId, { target, flow }: { target: Target; flow: Flow }, language: Texts): StepText {
  const ofTarget = target === 'self-hosted' ? language.selfHostedSteps[step] : undefined;
  const ofFlow = flow === 'replace-key' ? language.replaceSteps[step] : undefined;
  return ofTarget ?? ofFlow ?? language.steps[step];
}

/** That a page asks the admin something of its own after a step was pressed; a key that was just made may be among it. */
export function questionText(step: StepId, site: Site, { notes, siteNames }: Texts): string {
  return (step === 'dialpad.generate-key' ? notes.windowWithKey : notes.windowAsks)(siteNames[site]);
}

/** What a problem is called, and the one thing to do next. */
export function problemText({ code, details }: Problem, language: Texts): { title: string; next: string } {
  const { title, next } = language.problems[code];
  return {
    title: typeof title === 'string' ? title : title(details),
    next: typeof next === 'string' ? next : next(details),
  };
}
