import { useState } from 'preact/hooks';
import { LONGEST_MESSAGE, type SupportMessage } from '../../../shared/setup/guidance.ts';
import type { SetupSnapshot } from '../../../shared/setup/snapshot.ts';
import { STEPS, type StepId } from '../../../shared/setup/steps.ts';
import { stepText } from '../../../shared/texts/wording.ts';
import { api } from '../api/calls.ts';
import { useCompany } from '../company.ts';
import { useAction } from '../hooks/use-action.ts';
import { useTexts } from '../texts.ts';
import { Badge } from './badge.tsx';
import { Button } from './button.tsx';
import { Field } from './field.tsx';
import { ActionError } from './states.tsx';
import { Time } from './time.tsx';

/** For support: a message to the admin of a shared session, or a step to point to, and what became of earlier ones. */
export function GuideAdmin({ snapshot, onSent }: { snapshot: SetupSnapshot; onSent: () => void }) {
  const texts = useTexts().console.guidance;
  const { guidance } = snapshot;
  if (!guidance) return null;
  const by = guidance.sharedBy.includes('@') ? guidance.sharedBy : texts.byLink;
  return (
    <section class="card" data-guide="">
      <h2>{texts.supportTitle}</h2>
      <p class="hint">
        {texts.sharedBy(by)} {texts.supportLead}
      </p>
      <Composer session={snapshot.session} onSent={onSent} />
      {guidance.messages.length > 0 && <Sent messages={guidance.messages} snapshot={snapshot} />}
    </section>
  );
}

function Composer({ session, onSent }: { session: SetupSnapshot['session']; onSent: () => void }) {
  const texts = useTexts().console.guidance;
  const { company } = useCompany();
  const [text, setText] = useState('');
  const [step, setStep] = useState<StepId | null>(null);
  const { action, run } = useAction();
  const send = () =>
    run(async () => {
      await api.sendMessage(company.id, session.id, { text, step });
      setText('');
      setStep(null);
      onSent();
    });
  return (
    <form
      class="form"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      {action.state === 'failed' && <ActionError error={action.error} />}
      <Field label={texts.message} hint={texts.messageHint}>
        {({ id, describedBy }) => (
          <textarea
            id={id}
            class="input"
            rows={3}
            maxLength={LONGEST_MESSAGE}
            aria-describedby={describedBy}
            value={text}
            onInput={(event) => setText(event.currentTarget.value)}
          />
        )}
      </Field>
      <StepChoice step={step} onStep={setStep} session={session} />
      <Button kind="primary" type="submit" busy={action.state === 'working'}>
        {texts.send}
      </Button>
    </form>
  );
}

type StepChoiceProps = {
  step: StepId | null;
  session: SetupSnapshot['session'];
  onStep: (step: StepId | null) => void;
};

function StepChoice({ step, session, onStep }: StepChoiceProps) {
  const { assistant, console: texts } = useTexts();
  const chosen = (id: string) => STEPS.find((known) => known.id === id)?.id ?? null;
  return (
    <Field label={texts.guidance.step}>
      {({ id }) => (
        <select
          id={id}
          class="input"
          value={step ?? ''}
          onChange={(event) => onStep(chosen(event.currentTarget.value))}
        >
          <option value="">{texts.guidance.noStep}</option>
          {STEPS.map((known) => (
            <option key={known.id} value={known.id}>
              {stepText(known.id, session, assistant).title}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

function Sent({ messages, snapshot }: { messages: SupportMessage[]; snapshot: SetupSnapshot }) {
  const { assistant, console: texts } = useTexts();
  return (
    <>
      <h3>{texts.guidance.sent}</h3>
      <ul class="row-list">
        {messages.toReversed().map(({ id, text, step, at, dismissedAt }) => (
          <li key={id} data-sent={dismissedAt === null ? 'unread' : 'read'}>
            <span class="row-main">
              {[step && stepText(step, snapshot.session, assistant).title, text].filter(Boolean).join(': ')}
            </span>
            <span class="hint">
              <Time at={at} />
            </span>
            <Badge tone={dismissedAt === null ? 'calm' : 'good'}>
              {dismissedAt === null ? texts.guidance.unread : texts.guidance.read}
            </Badge>
          </li>
        ))}
      </ul>
    </>
  );
}
