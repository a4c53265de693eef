import { useState } from 'preact/hooks';
import { api } from '../api/calls.ts';
import { Badge } from '../components/badge.tsx';
import { Button } from '../components/button.tsx';
import { CompanyDomains } from '../components/company-domains.tsx';
import { CompanyStatus } from '../components/company-status.tsx';
import { Dialog } from '../components/dialog.tsx';
import { Link } from '../components/link.tsx';
import { Notice } from '../components/notice.tsx';
import { Page } from '../components/page.tsx';
import { PlanFields } from '../components/plan-fields.tsx';
import { ActionError } from '../components/states.tsx';
import { Time } from '../components/time.tsx';
import { useCompany, useCompanyCrumbs } from '../company.ts';
import { useAction } from '../hooks/use-action.ts';
import type { Route } from '../router.ts';
import { useSignIn } from '../sign-in.ts';
import { useTexts } from '../texts.ts';

/** A company at a glance: whether JumpCloud is connected, what it bought, its domains, and where to go. */
export function CompanyPage() {
  const { console: texts } = useTexts();
  const { company } = useCompany();
  const crumbs = useCompanyCrumbs().slice(0, 1);
  return (
    <Page title={company.name} lead={texts.company.lead} crumbs={crumbs}>
      {!company.eligible && (
        <Notice tone="warn" title={texts.company.notEligibleTitle}>
          {texts.company.notEligible}
        </Notice>
      )}
      <div class="columns">
        <div class="stack">
          <CompanyStatus />
          <CompanyDomains />
        </div>
        <div class="stack">
          <PlanCard />
          <NextSteps companyId={company.id} />
        </div>
      </div>
    </Page>
  );
}

function PlanCard() {
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

function NextSteps({ companyId }: { companyId: string }) {
  const { console: texts } = useTexts();
  const links: { to: Route; label: string; text: string }[] = [
    { to: { page: 'setup', companyId }, label: texts.nav.setup, text: texts.company.links.setup },
    { to: { page: 'api-keys', companyId }, label: texts.nav.apiKeys, text: texts.company.links.apiKeys },
    { to: { page: 'users', companyId }, label: texts.nav.users, text: texts.company.links.users },
    { to: { page: 'activity', companyId }, label: texts.nav.activity, text: texts.company.links.activity },
  ];
  return (
    <section class="card">
      <h2>{texts.company.next}</h2>
      <ul class="link-list">
        {links.map((link) => (
          <li key={link.label}>
            <Link to={link.to}>{link.label}</Link>
            <span class="hint">{link.text}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
