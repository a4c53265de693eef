import { useState } from 'preact/hooks';
import { ANY_DOMAIN, isAllowed, TEST_USER_DOMAIN } from '../../../shared/setup/domains.ts';
import { api } from '../api/calls.ts';
import { useCompany } from '../company.ts';
import { useDomainRequest } from '../hooks/use-domain-request.ts';
import { issueOf, useAction } from '../hooks/use-action.ts';
import { useIsSupport } from '../sign-in.ts';
import { useTexts } from '../texts.ts';
import { Badge } from './badge.tsx';
import { Button } from './button.tsx';
import { ConfirmDialog, Dialog } from './dialog.tsx';
import { TextField } from './field.tsx';
import { Form } from './form.tsx';
import { DomainRequestState } from './domain-request-state.tsx';
import { DomainRequestText } from './domain-request-text.tsx';
import { Notice } from './notice.tsx';

type Open = { dialog: 'none' } | { dialog: 'allow' } | { dialog: 'revoke'; domain: string };

/** The domains on which a company may have accounts; support allows and revokes the secondary ones. */
export function CompanyDomains() {
  const { console: texts } = useTexts();
  const { company, reload } = useCompany();
  const isSupport = useIsSupport();
  const [open, setOpen] = useState<Open>({ dialog: 'none' });
  const close = () => setOpen({ dialog: 'none' });
  return (
    <section class="card">
      <header class="card-header">
        <h2>{texts.company.domains}</h2>
        {isSupport && <Button onClick={() => setOpen({ dialog: 'allow' })}>{texts.company.allow}</Button>}
      </header>
      <p class="hint">{texts.company.domainsLead}</p>
      <ul class="row-list">
        <DomainRow domain={company.primaryDomain} kind={texts.company.primary} />
        {company.allowedDomains.map((domain) => (
          <DomainRow
            key={domain}
            domain={domain}
            kind={texts.company.secondary}
            onRevoke={isSupport ? () => setOpen({ dialog: 'revoke', domain }) : undefined}
          />
        ))}
      </ul>
      {!isAllowed(TEST_USER_DOMAIN, company) && <JumpCloudMissing isSupport={isSupport} />}
      {open.dialog === 'allow' && <AllowDialog onClose={close} />}
      {open.dialog === 'revoke' && (
        <ConfirmDialog
          title={texts.company.revokeTitle(open.domain)}
          text={texts.company.revokeText(open.domain)}
          confirm={texts.company.revoke}
          done={texts.company.revoked(open.domain)}
          onConfirm={() => api.revokeDomain(company.id, open.domain).then(reload)}
          onClose={close}
        />
      )}
    </section>
  );
}

type DomainRowProps = { domain: string; kind: string; onRevoke?: () => void };

function DomainRow({ domain, kind, onRevoke }: DomainRowProps) {
  const { console: texts } = useTexts();
  return (
    <li>
      <span class="row-main">{domain === ANY_DOMAIN ? texts.company.anyDomain : domain}</span>
      <Badge tone="calm">{kind}</Badge>
      {onRevoke && (
        <Button kind="quiet" name={`${texts.company.revoke} ${domain}`} onClick={onRevoke}>
          {texts.company.revoke}
        </Button>
      )}
    </li>
  );
}

function JumpCloudMissing({ isSupport }: { isSupport: boolean }) {
  const { console: texts } = useTexts();
  const { company, reload } = useCompany();
  const request = useDomainRequest(TEST_USER_DOMAIN);
  const { action, run } = useAction();
  const allow = () => run(() => api.allowDomain(company.id, { domain: TEST_USER_DOMAIN }).then(reload));
  return (
    <Notice tone="calm">
      <p>{isSupport ? texts.company.allowHint : texts.company.jumpCloudMissing}</p>
      {isSupport ? (
        <Button busy={action.state === 'working'} onClick={allow}>
          {texts.company.allowJumpCloud}
        </Button>
      ) : (
        <DomainRequestState request={request} onAsk={() => api.askForDomain(company.id)} />
      )}
      <DomainRequestText company={company} />
    </Notice>
  );
}

function AllowDialog({ onClose }: { onClose: () => void }) {
  const { console: texts } = useTexts();
  const { company, reload } = useCompany();
  const [domain, setDomain] = useState('');
  const { action, run } = useAction();
  const submit = () =>
    run(async () => {
      await api.allowDomain(company.id, { domain });
      reload();
      onClose();
    });
  return (
    <Dialog title={texts.company.allow} onClose={onClose}>
      <Form action={action} fields={['domain']} onSubmit={submit}>
        <TextField
          label={texts.company.allowField}
          hint={texts.company.allowHint}
          error={issueOf(action, 'domain')}
          value={domain}
          onValue={setDomain}
          required
        />
        <div class="dialog-actions">
          <Button onClick={onClose}>{texts.cancel}</Button>
          <Button kind="primary" type="submit" busy={action.state === 'working'}>
            {texts.company.allowSubmit}
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}
