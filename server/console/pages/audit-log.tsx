import { useState } from 'preact/hooks';
import type { AuditEntry } from '../../../shared/audit.ts';
import { api } from '../api/calls.ts';
import { Button } from '../components/button.tsx';
import { Page } from '../components/page.tsx';
import { ActionError, Empty, Loaded } from '../components/states.tsx';
import { Table, type Column } from '../components/table.tsx';
import { Time } from '../components/time.tsx';
import { useCompany, useCompanyCrumbs } from '../company.ts';
import { useAction } from '../hooks/use-action.ts';
import { useResource } from '../hooks/use-resource.ts';
import { useTexts } from '../texts.ts';

type Log = Awaited<ReturnType<typeof api.auditLog>>;
type LogTexts = ReturnType<typeof useTexts>['console']['auditLog'];

/** What persons did to the company. */
export function AuditLogPage() {
  const texts = useTexts().console.auditLog;
  const { company } = useCompany();
  const crumbs = useCompanyCrumbs();
  const { resource, reload } = useResource(`audit log ${company.id}`, (signal) =>
    api.auditLog(company.id, new URLSearchParams(), signal),
  );
  return (
    <Page title={texts.title} lead={texts.lead} crumbs={crumbs}>
      <Loaded resource={resource} retry={reload}>
        {(log) => <Entries first={log} companyId={company.id} texts={texts} />}
      </Loaded>
    </Page>
  );
}

function Entries({ first, companyId, texts }: { first: Log; companyId: string; texts: LogTexts }) {
  const [older, setOlder] = useState<Log[]>([]);
  const { action, run } = useAction();
  const pages = [first, ...older];
  const next = pages.at(-1)?.next ?? null;
  const entries = pages.flatMap((page) => page.entries);
  const more = (before: number) =>
    run(async () => {
      const page = await api.auditLog(companyId, new URLSearchParams({ before: String(before) }));
      setOlder((known) => [...known, page]);
    });
  if (entries.length === 0) return <Empty title={texts.empty} lead={texts.emptyLead} />;
  return (
    <>
      <Table caption={texts.title} columns={columns(texts)} rows={entries} keyOf={({ id }) => String(id)} />
      {action.state === 'failed' && <ActionError error={action.error} />}
      {next !== null && (
        <Button busy={action.state === 'working'} onClick={() => more(next)}>
          {texts.older}
        </Button>
      )}
    </>
  );
}

function columns(texts: LogTexts): Column<AuditEntry>[] {
  return [
    { id: 'at', label: texts.columns.at, cell: ({ at }) => <Time at={at} /> },
    {
      id: 'what',
      label: texts.columns.what,
      cell: ({ action, subject, detail }) => (
        <>
          {texts.actions[action](subject ?? '')}
          {detail && <span class="hint"> {detail}</span>}
        </>
      ),
    },
    {
      id: 'by',
      label: texts.columns.by,
      cell: ({ by, role }) => (
        <>
          {by.includes('@') ? by : texts.roles[role]}
          {by.includes('@') && <span class="hint"> {texts.roles[role]}</span>}
        </>
      ),
    },
  ];
}
