import { useState } from 'preact/hooks';
import type { Plan, Product } from '../../../shared/setup/snapshot.ts';
import { api } from '../api/calls.ts';
import { Button } from '../components/button.tsx';
import { TextField } from '../components/field.tsx';
import { Form } from '../components/form.tsx';
import { Link } from '../components/link.tsx';
import { Page } from '../components/page.tsx';
import { PlanFields } from '../components/plan-fields.tsx';
import { issueOf, useAction } from '../hooks/use-action.ts';
import { hrefOf, navigate } from '../router.ts';
import { useTexts } from '../texts.ts';

/** Support creates a company. */
export function NewCompanyPage() {
  const { console: texts } = useTexts();
  const own = texts.newCompany;
  const [name, setName] = useState('');
  const [domain, setDomain] = useState('');
  const [product, setProduct] = useState<Product>('ai-voice');
  const [plan, setPlan] = useState<Plan>('pro');
  const { action, run } = useAction();
  const submit = () =>
    run(async () => {
      const created = await api.createCompany({ name, domain, product, plan });
      navigate(hrefOf({ page: 'company', companyId: created.id }));
    });
  return (
    <Page title={own.title} lead={own.lead} crumbs={[{ label: texts.companies.title, to: { page: 'companies' } }]}>
      <Form action={action} fields={['name', 'domain']} onSubmit={submit}>
        <TextField label={own.name} error={issueOf(action, 'name')} value={name} onValue={setName} required />
        <TextField
          label={own.domain}
          hint={own.domainHint}
          error={issueOf(action, 'domain')}
          value={domain}
          onValue={setDomain}
          required
        />
        <PlanFields product={product} plan={plan} onProduct={setProduct} onPlan={setPlan} />
        <div class="form-actions">
          <Button kind="primary" type="submit" busy={action.state === 'working'}>
            {own.submit}
          </Button>
          <Link to={{ page: 'companies' }} class="button button-quiet">
            {texts.cancel}
          </Link>
        </div>
      </Form>
    </Page>
  );
}
