import type { StepProgress } from '../setup/progress.ts';
import type { Flow, StepId } from '../setup/steps.ts';
import type { Target } from '../setup/targets.ts';
import type { Texts } from '../texts/en.ts';
import { stepText } from '../texts/wording.ts';
import { formatTime } from './format-time.ts';
import { StateIcon } from './icons.tsx';

export type ChecklistProps = {
  steps: StepProgress[];
  /** The step that comes next, or null when all is done. */
  current: StepId | null;
  session: { target: Target; flow: Flow };
  texts: Texts;
  locale: string;
};

/** All steps with what says so and when: the same list in the panel and on the setup page. Needs checklist.css. */
export function Checklist({ steps, current, session, texts, locale }: ChecklistProps) {
  return (
    <ol class="sa-checklist">
      {steps.map((entry) => {
        const isCurrent = entry.step === current;
        return (
          <li
            key={entry.step}
            class="sa-check"
            data-step-row={entry.step}
            data-state={entry.state}
            data-current={isCurrent ? '' : undefined}
            aria-current={isCurrent ? 'step' : undefined}
          >
            <StateIcon state={entry.state} current={isCurrent} />
            <span class="sa-check-name">{stepText(entry.step, session, texts).short}</span>
            <span class="sa-check-note">{remark(entry, isCurrent, texts, locale)}</span>
          </li>
        );
      })}
    </ol>
  );
}

function remark(entry: StepProgress, isCurrent: boolean, texts: Texts, locale: string) {
  if (entry.state === 'open') {
    return isCurrent ? texts.stepState.current : <span class="sa-visually-hidden">{texts.stepState.open}</span>;
  }
  if (entry.state !== 'done') return texts.stepState[entry.state];
  const time = entry.at ? formatTime(entry.at, locale) : '';
  const who = entry.seenBy ? texts.seenBy[entry.seenBy] : '';
  return (
    <>
      <span class="sa-visually-hidden">{texts.stepState.done} </span>
      <span title={who}>{time}</span>
      <span class="sa-visually-hidden"> {who}</span>
    </>
  );
}
