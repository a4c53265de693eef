import { useState } from 'preact/hooks';
import { FLOWS, type Flow } from '../../../shared/setup/steps.ts';
import { isOffered, TARGETS, type Target } from '../../../shared/setup/targets.ts';
import { api } from '../api/calls.ts';
import { useCompany } from '../company.ts';
import { useAction } from '../hooks/use-action.ts';
import { useArrivalFocus } from '../hooks/use-arrival-focus.ts';
import { useTexts } from '../texts.ts';
import { Button } from './button.tsx';
import { CopyValue } from './copy.tsx';
import { Choices } from './field.tsx';
import { Form } from './form.tsx';
import { Time } from './time.tsx';

const OFFERED_TARGETS = TARGETS.filter(isOffered);
const EXPIRIES = ['1d', '3d', '7d', '14d'] as const;
type Created = { url: string; expiresAt: string; target: Target };

/** Makes a setup link and shows it once. */
export function NewSetupLink({ onCreated, onClose }: { onCreated: () => void; onClose: () => void }) {
  const { company } = useCompany();
  const [created, setCreated] = useState<Created | null>(null);
  const { action, run } = useAction();
  const create = (flow: Flow, target: Target, expires: string) =>
    run(async () => {
      setCreated({ ...(await api.createSetupLink(company.id, { flow, target, expires })), target });
      onCreated();
    });
  if (created) return <CreatedLink created={created} onClose={onClose} />;
  return <LinkForm action={action} onSubmit={create} onCancel={onClose} />;
}

type LinkFormProps = {
  action: ReturnType<typeof useAction>['action'];
  onSubmit: (flow: Flow, target: Target, expires: string) => void;
  onCancel: () => void;
};

function LinkForm({ action, onSubmit, onCancel }: LinkFormProps) {
  const { console: texts } = useTexts();
  const own = texts.setupLinks;
  const [flow, setFlow] = useState<Flow>('setup');
  const [target, setTarget] = useState<Target>('server');
  const [expires, setExpires] = useState<(typeof EXPIRIES)[number]>('3d');
  return (
    <Form action={action} onSubmit={() => onSubmit(flow, target, expires)}>
      <h2 {...useArrivalFocus()}>{own.createTitle}</h2>
      <Choices
        label={own.flow}
        value={flow}
        onValue={setFlow}
        choices={FLOWS.map((value) => ({ value, label: own.flows[value].name, hint: own.flows[value].hint }))}
      />
      <Choices
        label={own.target}
        value={target}
        onValue={setTarget}
        choices={OFFERED_TARGETS.map((value) => ({
          value,
          label: own.targets[value].name,
          hint: own.targets[value].hint,
        }))}
      />
      <Choices
        label={own.expires}
        value={expires}
        onValue={setExpires}
        choices={EXPIRIES.map((value) => ({ value, label: own.expiries[value] }))}
      />
      <div class="form-actions">
        <Button kind="primary" type="submit" busy={action.state === 'working'}>
          {own.create}
        </Button>
        <Button kind="quiet" onClick={onCancel}>
          {texts.cancel}
        </Button>
      </div>
    </Form>
  );
}

function CreatedLink({ created, onClose }: { created: Created; onClose: () => void }) {
  const { console: texts } = useTexts();
  const own = texts.setupLinks;
  return (
    <section class="card card-accent">
      <h2 {...useArrivalFocus()}>{own.createdTitle}</h2>
      <p>{created.target === 'self-hosted' ? own.createdLeadWithKey : own.createdLead}</p>
      <CopyValue label={own.linkLabel} value={created.url} />
      <p class="hint">
        {own.linkExpires} <Time at={created.expiresAt} />
      </p>
      <div class="form-actions">
        <a class="button button-plain" href={created.url} target="_blank" rel="noreferrer noopener">
          {own.openIt}
        </a>
        <Button kind="quiet" onClick={onClose}>
          {texts.close}
        </Button>
      </div>
    </section>
  );
}
