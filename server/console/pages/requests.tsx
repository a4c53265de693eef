import { useState } from 'preact/hooks';
import type { OpenDomainRequest } from '../../../shared/api/domain-requests.ts';
import { api } from '../api/calls.ts';
import { Button } from '../components/button.tsx';
import { Dialog } from '../components/dialog.tsx';
import { TextField } from '../components/field.tsx';
import { Form } from '../components/form.tsx';
import { Link } from '../components/link.tsx';
import { LiveMark } from '../components/live-mark.tsx';
import { Page } from '../components/page.tsx';
import { ActionError, Empty, Loaded } from '../components/states.tsx';
import { Table, type Column } from '../components/table.tsx';
import { Time } from '../components/time.tsx';
import { issueOf, useAction } from '../hooks/use-action.ts';
import { useLiveResource } from '../hooks/use-live-resource.ts';
import { useTexts } from '../texts.ts';

/** Support's list of requests to allow a domain, live. */
export function RequestsPage() {
  const texts = useTexts().console.requests;
  const [declining, setDeclining] = useState<OpenDomainRequest | null>(null);
  const { resource, reload, stream } = useLiveResource('requests', api.supportNow, () => ({
    path: api.supportStreamPath,
  }));
  return (
    <Page title={texts.title} lead={texts.lead} actions={<LiveMark stream={stream} />}>
      <Loaded resource={resource} retry={reload}>
        {({ domainRequests }) =>
          domainRequests.length === 0 ? (
            <Empty title={texts.empty} lead={texts.emptyLead} />
          ) : (
            <Table
              caption={texts.title}
              columns={columns(texts, { onDecline: setDeclining, onDecided: reload })}
              rows={domainRequests}
              keyOf={({ company, domain }) => `${company.id} ${domain}`}
            />
          )
        }
      </Loaded>
      {declining && <DeclineDialog request={declining} onDecided={reload} onClose={() => setDeclining(null)} />}
    </Page>
  );
}

type RequestTexts = ReturnType<typeof useTexts>['console']['requests'];

type Answering = { onDecline: (request: OpenDomainRequest) => void; onDecided: () => void };

function columns(texts: RequestTexts, { onDecline, onDecided }: Answering): Column<OpenDomainRequest>[] {
  const labels = texts.columns;
  return [
    {
      id: 'company',
      label: labels.company,
      cell: ({ company }) => <Link to={{ page: 'company', companyId: company.id }}>{company.name}</Link>,
    },
    { id: 'domain', label: labels.domain, cell: ({ domain }) => domain },
    {
      id: 'asked-by',
      label: labels.askedBy,
      cell: ({ askedBy }) => (askedBy.includes('@') ? askedBy : texts.byLink),
    },
    { id: 'asked', label: labels.asked, cell: ({ askedAt }) => <Time at={askedAt} /> },
    {
      id: 'actions',
      label: labels.answer,
      quiet: true,
      cell: (request) => <Answer request={request} onDecline={() => onDecline(request)} onDecided={onDecided} />,
    },
  ];
}

type AnswerProps = { request: OpenDomainRequest; onDecline: () => void; onDecided: () => void };

function Answer({ request, onDecline, onDecided }: AnswerProps) {
  const texts = useTexts().console.requests;
  const { company, domain } = request;
  const { action, run } = useAction();
  const allow = () => run(() => api.decideDomainRequest(company.id, domain, { state: 'allowed' }).then(onDecided));
  const about = `${domain} ${company.name}`;
  return (
    <span class="row-actions">
      {action.state === 'failed' && <ActionError error={action.error} />}
      <Button name={`${texts.allow} ${about}`} busy={action.state === 'working'} onClick={allow}>
        {texts.allow}
      </Button>
      <Button kind="quiet" name={`${texts.decline} ${about}`} onClick={onDecline}>
        {texts.decline}
      </Button>
    </span>
  );
}

type DeclineProps = { request: OpenDomainRequest; onDecided: () => void; onClose: () => void };

function DeclineDialog({ request, onDecided, onClose }: DeclineProps) {
  const all = useTexts().console;
  const texts = all.requests;
  const { company, domain } = request;
  const [reason, setReason] = useState('');
  const { action, run } = useAction();
  const decline = () =>
    run(async () => {
      await api.decideDomainRequest(company.id, domain, { state: 'declined', reason });
      onDecided();
      onClose();
    });
  return (
    <Dialog title={texts.declineTitle(domain, company.name)} onClose={onClose}>
      <Form action={action} fields={['reason']} onSubmit={decline}>
        <TextField
          label={texts.reason}
          hint={texts.reasonHint}
          error={issueOf(action, 'reason')}
          value={reason}
          onValue={setReason}
          required
        />
        <div class="dialog-actions">
          <Button onClick={onClose}>{all.cancel}</Button>
          <Button kind="primary" type="submit" busy={action.state === 'working'}>
            {texts.declineSubmit}
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}
