import { api } from '../api/calls.ts';
import { attributeRows } from '../attribute-rows.ts';
import { Notice } from '../components/notice.tsx';
import { Page } from '../components/page.tsx';
import { Failed, Loading } from '../components/states.tsx';
import { Time } from '../components/time.tsx';
import { UserHistory } from '../components/user-history.tsx';
import { UserState } from '../components/user-state.tsx';
import { useCompany, useCompanyCrumbs } from '../company.ts';
import { isMissing, useResource, type Resource } from '../hooks/use-resource.ts';
import { useTexts } from '../texts.ts';
import { NotFoundPage } from './not-found.tsx';

type Detail = Awaited<ReturnType<typeof api.user>>;

/** One user: what JumpCloud set and did, the groups, and what a suspension may mean. */
export function UserPage({ userId }: { userId: string }) {
  const { console: texts } = useTexts();
  const { company } = useCompany();
  const crumbs = useCompanyCrumbs({ label: texts.nav.users, to: { page: 'users', companyId: company.id } });
  const { resource, reload } = useResource(`user ${company.id} ${userId}`, (signal) =>
    api.user(company.id, userId, signal),
  );
  if (isMissing(resource)) return <NotFoundPage />;
  if (resource.state === 'failed') return <Failed error={resource.error} retry={reload} />;
  return (
    <Page title={titleOf(resource) ?? texts.nav.users} lead={leadOf(resource)} crumbs={crumbs}>
      {resource.state === 'loading' ? <Loading rows={6} /> : <UserDetail detail={resource.value} />}
    </Page>
  );
}

function UserDetail({ detail }: { detail: Detail }) {
  const { user } = detail;
  return (
    <>
      <p class="badges">
        <UserState user={user} />
      </p>
      <StateNotice user={user} />
      <div class="columns columns-uneven">
        <div class="stack">
          <UserHistory userId={user.id} />
          <Attributes detail={detail} />
        </div>
        <Groups groups={user.groups} />
      </div>
    </>
  );
}

function StateNotice({ user }: { user: Detail['user'] }) {
  const { console: texts } = useTexts();
  const own = texts.user;
  if (user.removedAt !== null) {
    return (
      <Notice tone="calm" title={own.removedTitle}>
        {own.removed} {own.removedAt} <Time at={user.removedAt} />.
      </Notice>
    );
  }
  if (user.testUser) return <Notice tone="calm">{own.testUser}</Notice>;
  if (user.active) return null;
  return (
    <Notice tone="warn" title={own.suspendedTitle}>
      {own.suspended}
    </Notice>
  );
}

function Attributes({ detail: { resource } }: { detail: Detail }) {
  const { console: texts } = useTexts();
  return (
    <section class="card">
      <h2>{texts.user.attributes}</h2>
      <p class="hint">{texts.user.attributesLead}</p>
      <dl class="facts facts-wide">
        {attributeRows(resource).map((row) => (
          <div key={row.name}>
            <dt>{row.name}</dt>
            <dd>{row.value}</dd>
          </div>
        ))}
      </dl>
      <details>
        <summary>{texts.user.raw}</summary>
        <pre class="raw" tabIndex={0}>
          {JSON.stringify(resource, null, 2)}
        </pre>
      </details>
    </section>
  );
}

function Groups({ groups }: { groups: string[] }) {
  const { console: texts } = useTexts();
  return (
    <section class="card">
      <h2>{texts.user.groups}</h2>
      {groups.length === 0 ? (
        <p class="hint">{texts.user.noGroups}</p>
      ) : (
        <ul class="row-list">
          {groups.map((group) => (
            <li key={group}>{group}</li>
          ))}
        </ul>
      )}
    </section>
  );
}

function titleOf(resource: Resource<Detail>): string | null {
  return resource.state === 'ready' ? (resource.value.user.displayName ?? resource.value.user.userName) : null;
}

function leadOf(resource: Resource<Detail>): string | undefined {
  return resource.state === 'ready' ? resource.value.user.userName : undefined;
}
