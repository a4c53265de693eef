import { useEffect } from 'preact/hooks';
import type { Me } from '../../../shared/api/people.ts';
import { api } from '../api/calls.ts';
import { Announcer } from '../components/announcer.tsx';
import { Shell } from '../components/shell.tsx';
import { Loaded } from '../components/states.tsx';
import { CompanyContext, type CompanyHandle } from '../company.ts';
import { isMissing, useResource } from '../hooks/use-resource.ts';
import { hrefOf, navigate, type Route } from '../router.ts';
import { SignInContext } from '../sign-in.ts';
import { ActivityPage } from './activity.tsx';
import { AddKeyPage } from './add-key.tsx';
import { ApiKeysPage } from './api-keys.tsx';
import { AuditLogPage } from './audit-log.tsx';
import { CompaniesPage } from './companies.tsx';
import { DomainsPage } from './domains.tsx';
import { NewCompanyPage } from './new-company.tsx';
import { OverviewPage } from './overview.tsx';
import { NotFoundPage } from './not-found.tsx';
import { CompanyPeoplePage, SupportPeoplePage } from './people.tsx';
import { RequestsPage } from './requests.tsx';
import { SettingsPage } from './settings.tsx';
import { SessionsPage } from './sessions.tsx';
import { SetupLinksPage } from './setup-links.tsx';
import { SetupSessionPage } from './setup-session.tsx';
import { SignInsPage } from './sign-ins.tsx';
import { UserPage } from './user.tsx';
import { UsersPage } from './users.tsx';

type SignedInProps = { route: Route; me: Me; onSignedOut: () => void };
type CompanyRoute = Extract<Route, { companyId: string }>;

/** The pages for somebody who is signed in. */
export function SignedIn({ route, me, onSignedOut }: SignedInProps) {
  const home = useHome(route, me);
  return (
    <SignInContext.Provider value={me}>
      <Announcer>
        {'companyId' in route ? (
          <InCompany route={route} onSignedOut={onSignedOut} />
        ) : (
          <Shell route={route} companyName={me.company?.name ?? null} onSignedOut={onSignedOut}>
            {home ? null : <GeneralPage route={route} me={me} onSignedOut={onSignedOut} />}
          </Shell>
        )}
      </Announcer>
    </SignInContext.Provider>
  );
}

/** Leads from the start page to where the person begins. */
function useHome(route: Route, me: Me): boolean {
  const isHome = route.page === 'home';
  useEffect(() => {
    if (!isHome) return;
    navigate(hrefOf(me.company ? { page: 'company', companyId: me.company.id } : { page: 'companies' }), 'replace');
  }, [isHome, me]);
  return isHome;
}

function GeneralPage({ route, me, onSignedOut }: SignedInProps) {
  if (route.page === 'sign-ins') return <SignInsPage onSignedOut={onSignedOut} />;
  if (me.person.role !== 'support') return <NotFoundPage />;
  if (route.page === 'companies') return <CompaniesPage />;
  if (route.page === 'new-company') return <NewCompanyPage />;
  if (route.page === 'requests') return <RequestsPage />;
  if (route.page === 'support-people') return <SupportPeoplePage />;
  if (route.page === 'sessions') return <SessionsPage />;
  return <NotFoundPage />;
}

function InCompany({ route, onSignedOut }: { route: CompanyRoute; onSignedOut: () => void }) {
  const { companyId } = route;
  const { resource, reload } = useResource(companyId, (signal) => api.company(companyId, signal));
  const name = resource.state === 'ready' ? resource.value.name : null;
  return (
    <Shell route={route} companyName={name} onSignedOut={onSignedOut}>
      {isMissing(resource) ? (
        <NotFoundPage />
      ) : (
        <Loaded resource={resource} retry={reload}>
          {(company) => (
            <CompanyContext.Provider value={{ company, reload } satisfies CompanyHandle}>
              <CompanyArea route={route} />
            </CompanyContext.Provider>
          )}
        </Loaded>
      )}
    </Shell>
  );
}

function CompanyArea({ route }: { route: CompanyRoute }) {
  switch (route.page) {
    case 'company':
      return <OverviewPage />;
    case 'api-keys':
      return <ApiKeysPage />;
    case 'add-key':
      return <AddKeyPage />;
    case 'users':
      return <UsersPage />;
    case 'user':
      return <UserPage userId={route.userId} />;
    case 'activity':
      return <ActivityPage />;
    case 'audit-log':
      return <AuditLogPage />;
    case 'people':
      return <CompanyPeoplePage />;
    case 'domains':
      return <DomainsPage />;
    case 'settings':
      return <SettingsPage />;
    case 'setup':
      return <SetupLinksPage />;
    case 'setup-session':
      return <SetupSessionPage linkId={route.linkId} />;
  }
}
