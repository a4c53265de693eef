import type { LiveSession } from '../../../shared/api/support.ts';
import { api } from '../api/calls.ts';
import { Badge } from '../components/badge.tsx';
import { Link } from '../components/link.tsx';
import { LiveMark } from '../components/live-mark.tsx';
import { Page } from '../components/page.tsx';
import { Empty, Loaded } from '../components/states.tsx';
import { Table, type Column } from '../components/table.tsx';
import { Time } from '../components/time.tsx';
import { useLiveResource } from '../hooks/use-live-resource.ts';
import { useTexts } from '../texts.ts';

/** Support's list of setup sessions that somebody is at, live; shared ones can be looked into. */
export function SessionsPage() {
  const all = useTexts().console;
  const texts = all.sessions;
  const { resource, reload, stream } = useLiveResource('sessions', api.supportNow, () => ({
    path: api.supportStreamPath,
  }));
  return (
    <Page title={texts.title} lead={texts.lead} actions={<LiveMark stream={stream} />}>
      <Loaded resource={resource} retry={reload}>
        {({ sessions }) =>
          sessions.length === 0 ? (
            <Empty title={texts.empty} lead={texts.emptyLead} />
          ) : (
            <Table caption={texts.title} columns={columns(all)} rows={sessions} keyOf={({ id }) => id} />
          )
        }
      </Loaded>
    </Page>
  );
}

function columns({ sessions: texts, unknownValue }: ReturnType<typeof useTexts>['console']): Column<LiveSession>[] {
  const labels = texts.columns;
  return [
    {
      id: 'company',
      label: labels.company,
      cell: ({ id, company }) => (
        <Link to={{ page: 'setup-session', companyId: company.id, linkId: id }}>{company.name}</Link>
      ),
    },
    {
      id: 'state',
      label: labels.state,
      cell: ({ sharedAt }) => (
        <Badge tone={sharedAt ? 'good' : 'calm'}>{sharedAt ? texts.shared : texts.notShared}</Badge>
      ),
    },
    { id: 'browsers', label: labels.browsers, cell: ({ browsers }) => browsers },
    {
      id: 'seen',
      label: labels.seen,
      cell: ({ lastSeenAt }) => (lastSeenAt ? <Time at={lastSeenAt} /> : unknownValue),
    },
    { id: 'created', label: labels.created, cell: ({ createdAt }) => <Time at={createdAt} /> },
  ];
}
