import { useId, useState } from 'preact/hooks';
import { flowOf } from '../../../shared/setup/flow.ts';
import type { StepProgress } from '../../../shared/setup/progress.ts';
import { stepText } from '../../../shared/texts/wording.ts';
import { formatTime } from '../../../shared/ui/format-time.ts';
import { StateIcon } from '../../../shared/ui/icons.tsx';
import { useSetup } from '../setup-context.ts';
import { useTexts } from '../texts.ts';
import { StepActions } from './step-actions.tsx';
import { hasValue, StepValue } from './step-value.tsx';

type SetupStepProps = { entry: StepProgress; current: boolean };

/** One step: its state and what says so; opened, why it is needed, how to do it by hand, and what to copy. */
export function SetupStep({ entry, current }: SetupStepProps) {
  const { assistant, setupPage } = useTexts();
  const { snapshot } = useSetup();
  const [chosen, setChosen] = useState<boolean | null>(null);
  const bodyId = useId();
  const { step } = entry;
  const expanded = chosen ?? (current || (entry.state === 'open' && hasValue(step, snapshot)));
  const text = stepText(step, { target: snapshot.session.target, flow: flowOf(snapshot) }, assistant);
  const own = snapshot.session.target === 'self-hosted' ? setupPage.selfHostedByHand : setupPage.byHand;
  return (
    <li
      class="step"
      data-step-row={step}
      data-state={entry.state}
      data-current={current ? '' : undefined}
      aria-current={current ? 'step' : undefined}
    >
      <h3>
        <button
          type="button"
          class="step-head"
          aria-expanded={expanded}
          aria-controls={bodyId}
          onClick={() => setChosen(!expanded)}
        >
          <StateIcon state={entry.state} current={current} />
          <span class="step-title">{text.title}</span>
          <span class="step-note">
            <Note entry={entry} current={current} />
          </span>
        </button>
      </h3>
      {/* Hidden, not removed: a key that is shown once must outlive a step that closes. */}
      <div id={bodyId} class="step-body" hidden={!expanded}>
        <p>{own[step] ?? text.byHand}</p>
        <p class="hint">{text.why}</p>
        <StepValue step={step} keepOpen={() => setChosen(true)} />
        <StepActions entry={entry} current={current} />
      </div>
    </li>
  );
}

function Note({ entry, current }: SetupStepProps) {
  const { setupPage, language } = useTexts();
  const { states, seenBy, now } = setupPage.step;
  if (entry.state === 'open') return <>{current ? now : <span class="sa-visually-hidden">{states.open}</span>}</>;
  if (entry.state !== 'done') return <>{states[entry.state]}</>;
  const time = entry.at ? formatTime(entry.at, language) : '';
  return (
    <>
      <span class="sa-visually-hidden">{states.done} </span>
      {time}
      {entry.seenBy && <span class="step-seen">{seenBy[entry.seenBy]}</span>}
    </>
  );
}
