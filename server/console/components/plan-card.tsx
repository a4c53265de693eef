import { useState } from 'preact/hooks';
import { api } from '../api/calls.ts';
import { useCompany } from '../company.ts';
import { useAction } from '../hooks/use-action.ts';
import { useSignIn } from '../sign-in.ts';
import { useTexts } from '../texts.ts';
import { Badge } from './badge.tsx';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { PlanFields } from './plan-fields.tsx';
import { ActionError } from './states.tsx';
import { Time } from './time.tsx';

/** What the company bought; support changes it. */
export function PlanCard() {
  const { console: texts } = useTexts();
  const { company } = useCompany();
  const { person } = useSignIn();
  const [changing, setChanging] = useState(false);
  return (
    <section class="card">
      <header class="card-header">
        <h2>{texts.company.facts}</h2>
        {person.role === 'support' && <Button onClick={() => setChanging(true)}>{texts.company.change}</Button>}
      </header>
      <dl class="facts">
        <dt>{texts.newCompany.product}</dt>
        <dd>{texts.terms.product[company.product]}</dd>
        <dt>{texts.newCompany.plan}</dt>
        <dd>{texts.terms.plan[company.plan]}</dd>
        <dt>{texts.company.scim}</dt>
        <dd>
          <Badge tone={company.eligible ? 'good' : 'warn'}>
            {company.eligible ? texts.terms.eligible : texts.terms.notEligible}
          </Badge>
        </dd>
        <dt>{texts.company.created}</dt>
        <dd>
          <Time at={company.createdAt} />
        </dd>
      </dl>
      {changing && <ChangePlan onClose={() => setChanging(false)} />}
    </section>
  );
}

function ChangePlan({ onClose }: { onClose: () => void }) {
  const { console: texts } = useTexts();
  const { company, reload } = useCompany();
  const [product, setProduct] = useState(company.product);
  const [plan, setPlan] = useState(company.plan);
  const { action, run } = useAction();
  const save = () =>
    run(async () => {
      await api.updateCompany(company.id, { product, plan });
      reload();
      onClose();
    });
  return (
    <Dialog title={texts.company.changeTitle} onClose={onClose}>
      <PlanFields product={product} plan={plan} onProduct={setProduct} onPlan={setPlan} />
      {action.state === 'failed' && <ActionError error={action.error} />}
      <div class="dialog-actions">
        <Button onClick={onClose}>{texts.cancel}</Button>
        <Button kind="primary" busy={action.state === 'working'} onClick={save}>
          {texts.save}
        </Button>
      </div>
    </Dialog>
  );
}
