import type { CompanyOverview } from '../../../shared/api/overview.ts';
import { USER_LIST_STATES } from '../../../shared/api/users.ts';
import { activitySentence } from '../../../shared/texts/activity-sentence.ts';
import { api } from '../api/calls.ts';
import { AttentionList } from '../components/attention-list.tsx';
import { CallChart } from '../components/call-chart.tsx';
import { ConnectionBadge } from '../components/connection-badge.tsx';
import { CopyValue } from '../components/copy.tsx';
import { Link } from '../components/link.tsx';
import { Page } from '../components/page.tsx';
import { Loaded } from '../components/states.tsx';
import { Moment, Time } from '../components/time.tsx';
import { useCompany, useCompanyCrumbs } from '../company.ts';
import { useLiveResource } from '../hooks/use-live-resource.ts';
import { useSignIn } from '../sign-in.ts';
import { useTexts } from '../texts.ts';

const RELOAD_EVERY_MS = 1_000;

/** A company at a glance, kept current: the connection, what needs attention, its users, and the last day. */
export function OverviewPage() {
  const { console: texts } = useTexts();
  const { company } = useCompany();
  const crumbs = useCompanyCrumbs().slice(0, 1);
  const { resource, reload } = useLiveResource(
    `overview ${company.id}`,
    (signal) => api.overview(company.id, signal),
    (shown) =>
      shown.state === 'ready'
        ? { path: api.activityStreamPath(company.id, new URLSearchParams()), after: shown.value.lastCall?.id ?? 0 }
        : { path: null },
    RELOAD_EVERY_MS,
  );
  return (
    <Page title={company.name} lead={texts.overview.lead} crumbs={crumbs}>
      <Loaded resource={resource} retry={reload} rows={6}>
        {(overview) => (
          <>
            <ConnectionCard overview={overview} />
            <AttentionList attention={overview.attention} connected={overview.connection.state === 'connected'} />
            <div class="columns columns-uneven">
              <CallChart hours={overview.hours} />
              <UserCounts users={overview.users} />
            </div>
          </>
        )}
      </Loaded>
    </Page>
  );
}

function ConnectionCard({ overview: { connection, lastCall } }: { overview: CompanyOverview }) {
  const { console: texts, assistant } = useTexts();
  const own = texts.overview;
  const { company } = useCompany();
  const { scimBaseUrl } = useSignIn();
  return (
    <section class="card connection" data-connection={connection.state}>
      <div class="connection-state">
        <h2>
          <ConnectionBadge eligible={company.eligible} connection={connection} />
        </h2>
        {connection.since && (
          <p class="hint">
            {own.connectedSince} <Moment at={connection.since} />
          </p>
        )}
        <p>
          {lastCall ? (
            <>
              <b>{own.lastCall}</b> <Time at={lastCall.time} />
              <span class="connection-call">{activitySentence(lastCall, assistant.activity)}</span>
            </>
          ) : (
            own.noCall
          )}
        </p>
      </div>
      <CopyValue label={texts.company.baseUrl} value={scimBaseUrl} />
    </section>
  );
}

function UserCounts({ users }: { users: CompanyOverview['users'] }) {
  const { console: texts, language } = useTexts();
  const own = texts.overview;
  const { company } = useCompany();
  const shown = USER_LIST_STATES.flatMap((state) =>
    state === 'present' || (state === 'removed' && users.removed === 0) ? [] : [state],
  );
  return (
    <section class="card">
      <h2>{own.users}</h2>
      <ul class="counts">
        {shown.map((state) => (
          <li key={state} data-count={state}>
            <span class="count">{users[state].toLocaleString(language)}</span>
            <Link to={{ page: 'users', companyId: company.id }} query={`state=${state}`}>
              {own.counts[state]}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
