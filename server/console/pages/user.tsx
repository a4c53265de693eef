import { api } from '../api/calls.ts';
import { attributeRows } from '../attribute-rows.ts';
import { Badge } from '../components/badge.tsx';
import { Notice } from '../components/notice.tsx';
import { Page } from '../components/page.tsx';
import { Failed, Loading } from '../components/states.tsx';
import { useCompany, useCompanyCrumbs } from '../company.ts';
import { useResource, type Resource } from '../hooks/use-resource.ts';
import { useTexts } from '../texts.ts';

type Detail = Awaited<ReturnType<typeof api.user>>;

/** One user: what JumpCloud set, the groups, and what a suspension may mean. */
export function UserPage({ userId }: { userId: string }) {
  const { console: texts } = useTexts();
  const { company } = useCompany();
  const crumbs = useCompanyCrumbs({ label: texts.nav.users, to: { page: 'users', companyId: company.id } });
  const { resource, reload } = useResource(`user ${company.id} ${userId}`, (signal) =>
    api.user(company.id, userId, signal),
  );
  if (resource.state === 'failed') return <Failed error={resource.error} retry={reload} />;
  return (
    <Page title={titleOf(resource) ?? texts.nav.users} lead={leadOf(resource)} crumbs={crumbs}>
      {resource.state === 'loading' ? <Loading rows={6} /> : <UserDetail detail={resource.value} />}
    </Page>
  );
}

function UserDetail({ detail: { user, resource } }: { detail: Detail }) {
  const { console: texts } = useTexts();
  return (
    <>
      <p class="badges">
        <Badge tone={user.active ? 'good' : 'warn'}>{user.active ? texts.users.active : texts.users.suspended}</Badge>
        {user.testUser && <Badge tone="calm">{texts.users.testUser}</Badge>}
      </p>
      {!user.active && (
        <Notice tone="warn" title={texts.user.suspendedTitle}>
          {texts.user.suspended}
        </Notice>
      )}
      {user.testUser && <Notice tone="calm">{texts.user.testUser}</Notice>}
      <div class="columns">
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
        </section>
        <section class="card">
          <h2>{texts.user.groups}</h2>
          {user.groups.length === 0 ? (
            <p class="hint">{texts.user.noGroups}</p>
          ) : (
            <ul class="row-list">
              {user.groups.map((group) => (
                <li key={group}>{group}</li>
              ))}
            </ul>
          )}
          <details>
            <summary>{texts.user.raw}</summary>
            <pre class="raw">{JSON.stringify(resource, null, 2)}</pre>
          </details>
        </section>
      </div>
    </>
  );
}

function titleOf(resource: Resource<Detail>): string | null {
  return resource.state === 'ready' ? (resource.value.user.displayName ?? resource.value.user.userName) : null;
}

function leadOf(resource: Resource<Detail>): string | undefined {
  return resource.state === 'ready' ? resource.value.user.userName : undefined;
}
