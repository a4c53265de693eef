import { useState } from 'preact/hooks';
import { DEFAULT_SCOPES, type Scope } from '../../../shared/api-key.ts';
import { api } from '../api/calls.ts';
import { Button } from '../components/button.tsx';
import { CopyValue } from '../components/copy.tsx';
import { Check, Choices, TextField } from '../components/field.tsx';
import { Form } from '../components/form.tsx';
import { Link } from '../components/link.tsx';
import { Notice } from '../components/notice.tsx';
import { Page } from '../components/page.tsx';
import { useCompany, useCompanyCrumbs } from '../company.ts';
import { EXPIRATIONS, expiryAsDuration, type Expiration } from '../expiration.ts';
import { issueOf, useAction } from '../hooks/use-action.ts';
import { hrefOf, navigate } from '../router.ts';
import { useIsSupport } from '../sign-in.ts';
import { useTexts } from '../texts.ts';

/** Admin Settings > My Company > Authentication > API Keys > Add key. The key is shown here once, and kept nowhere. */
export function AddKeyPage() {
  const { console: texts } = useTexts();
  const { company } = useCompany();
  const isSupport = useIsSupport();
  const [created, setCreated] = useState<string | null>(null);
  const crumbs = useCompanyCrumbs(
    { label: texts.nav.authentication },
    { label: texts.nav.apiKeys, to: { page: 'api-keys', companyId: company.id } },
  );
  if (created !== null) {
    return (
      <Page title={texts.createdKey.title} crumbs={crumbs}>
        <CreatedKey value={created} />
      </Page>
    );
  }
  if (isSupport) {
    return (
      <Page title={texts.addKey.title} crumbs={crumbs}>
        <Notice tone="calm">{texts.keys.supportLead}</Notice>
      </Page>
    );
  }
  return (
    <Page title={texts.addKey.title} lead={texts.addKey.lead} crumbs={crumbs}>
      {company.eligible ? (
        <AddKeyForm onCreated={setCreated} />
      ) : (
        <Notice tone="bad" title={texts.addKey.refusedTitle}>
          {texts.company.notEligible}
        </Notice>
      )}
    </Page>
  );
}

function AddKeyForm({ onCreated }: { onCreated: (key: string) => void }) {
  const { console: texts } = useTexts();
  const own = texts.addKey;
  const { company } = useCompany();
  const [name, setName] = useState(own.nameDefault);
  const [expiration, setExpiration] = useState<Expiration>('never');
  const [date, setDate] = useState('');
  const [scopes, setScopes] = useState<Scope[]>([...DEFAULT_SCOPES]);
  const { action, run } = useAction();
  const expiry = expiryAsDuration(expiration, date, Date.now());
  const submit = () => {
    if (expiry === 'past') return;
    run(async () => onCreated((await api.createKey(company.id, { name, scopes, expires: expiry.ask })).key));
  };
  return (
    <Form action={action} fields={['name']} onSubmit={submit}>
      <TextField
        label={own.name}
        hint={own.nameHint}
        error={issueOf(action, 'name')}
        value={name}
        onValue={setName}
        required
      />
      <Choices
        label={own.expiration}
        hint={own.expirationHint}
        value={expiration}
        onValue={setExpiration}
        choices={EXPIRATIONS.map((value) => ({ value, label: own.expirations[value] }))}
      />
      {expiration === 'date' && (
        <TextField
          label={own.date}
          hint={own.dateHint}
          error={date !== '' && expiry === 'past' ? own.datePast : null}
          type="date"
          value={date}
          onValue={setDate}
          required
        />
      )}
      <ScopeChecks scopes={scopes} onScopes={setScopes} />
      <div class="form-actions">
        <Button kind="primary" type="submit" busy={action.state === 'working'}>
          {own.submit}
        </Button>
        <Link to={{ page: 'api-keys', companyId: company.id }} class="button button-quiet">
          {texts.cancel}
        </Link>
      </div>
    </Form>
  );
}

function ScopeChecks({ scopes, onScopes }: { scopes: Scope[]; onScopes: (scopes: Scope[]) => void }) {
  const { console: texts } = useTexts();
  const own = texts.addKey;
  const set = (scope: Scope, wanted: boolean) =>
    onScopes(DEFAULT_SCOPES.filter((other) => (other === scope ? wanted : scopes.includes(other))));
  return (
    <fieldset class="field">
      <legend>{own.scopes}</legend>
      <div class="check-list">
        {DEFAULT_SCOPES.map((scope) => (
          <Check
            key={scope}
            checked={scopes.includes(scope)}
            onValue={(wanted) => set(scope, wanted)}
            label={
              <>
                {own.scopeNames[scope]} <code>{scope}</code>
              </>
            }
          />
        ))}
      </div>
      <p class="hint">{own.scopesHint}</p>
      {scopes.length === 0 && <p class="field-error">{own.noScope}</p>}
    </fieldset>
  );
}

function CreatedKey({ value }: { value: string }) {
  const { console: texts } = useTexts();
  const own = texts.createdKey;
  const { company } = useCompany();
  return (
    <section class="card" data-created-key>
      <Notice tone="warn" title={own.warning}>
        {own.lead}
      </Notice>
      <CopyValue label={own.label} value={value} />
      <p class="hint">{own.lost}</p>
      <div class="form-actions">
        <Button kind="primary" onClick={() => navigate(hrefOf({ page: 'api-keys', companyId: company.id }), 'replace')}>
          {own.done}
        </Button>
      </div>
    </section>
  );
}
