import type { StepProgress } from '../setup/progress.ts';
import type { StepId } from '../setup/steps.ts';
import type { ChecklistWords } from '../texts/panel-words.ts';
import { formatTime } from './format-time.ts';
import { StateIcon } from './icons.tsx';

export type ChecklistProps = {
  steps: StepProgress[];
  /** The step that comes next, or null when all is done. */
  current: StepId | null;
  words: ChecklistWords;
  locale: string;
};

/** All steps with what says so and when: the same list in the panel and on the setup page. Needs checklist.css. */
export function Checklist({ steps, current, words, locale }: ChecklistProps) {
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
            <span class="sa-check-name">{words.names[entry.step]}</span>
            <span class="sa-check-note">{remark(entry, isCurrent, words, locale)}</span>
          </li>
        );
      })}
    </ol>
  );
}

function remark(entry: StepProgress, isCurrent: boolean, words: ChecklistWords, locale: string) {
  if (entry.state === 'open') {
    return isCurrent ? words.states.current : <span class="sa-visually-hidden">{words.states.open}</span>;
  }
  if (entry.state !== 'done') return words.states[entry.state];
  const time = entry.at ? formatTime(entry.at, locale) : '';
  const who = entry.seenBy ? words.seenBy[entry.seenBy] : '';
  return (
    <>
      <span class="sa-visually-hidden">{words.states.done} </span>
      <span title={who}>{time}</span>
      <span class="sa-visually-hidden"> {who}</span>
    </>
  );
}
