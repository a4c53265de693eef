import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { api } from '../api/calls.ts';
import { useAction } from '../hooks/use-action.ts';
import type { Route } from '../router.ts';
import { useSignIn } from '../sign-in.ts';
import { useTexts } from '../texts.ts';
import { Button } from './button.tsx';
import { Link } from './link.tsx';
import { Logo } from './logo.tsx';

type ShellProps = { route: Route; companyName: string | null; onSignedOut: () => void; children: ComponentChildren };

/** What stands around every signed-in page: the product, the navigation named as in Dialpad, the person, the content. */
export function Shell({ route, companyName, onSignedOut, children }: ShellProps) {
  const { console: texts } = useTexts();
  // Of the page on which it was opened: whoever goes to another one has chosen.
  const [openedOn, setOpenedOn] = useState<Route | null>(null);
  const menuOpen = openedOn === route;
  const menuButton = useRef<HTMLButtonElement>(null);
  const closeByKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !menuOpen) return;
    setOpenedOn(null);
    menuButton.current?.focus();
  };
  return (
    <div class="shell" onKeyDown={closeByKey}>
      <a class="skip" href="#content" onClick={focusContent}>
        {texts.skipToContent}
      </a>
      <header class="topbar">
        <Logo />
        <button
          ref={menuButton}
          type="button"
          class="menu-button"
          aria-expanded={menuOpen}
          aria-controls="navigation"
          onClick={() => setOpenedOn(menuOpen ? null : route)}
        >
          {texts.menu}
        </button>
      </header>
      <aside id="navigation" class="sidebar" data-open={menuOpen}>
        <div class="sidebar-inner">
          <Navigation route={route} companyName={companyName} />
          <PersonBox route={route} onSignedOut={onSignedOut} />
        </div>
      </aside>
      <main id="content" class="content" tabIndex={-1}>
        {children}
      </main>
    </div>
  );
}

/** The part behind the # belongs to the pages, so the link moves the focus and leaves the address alone. */
function focusContent(event: Event): void {
  event.preventDefault();
  document.getElementById('content')?.focus();
}

function Navigation({ route, companyName }: { route: Route; companyName: string | null }) {
  const { console: texts } = useTexts();
  const me = useSignIn();
  const companyId = 'companyId' in route ? route.companyId : me.company?.id;
  return (
    <nav aria-label={texts.nav.label}>
      {me.person.role === 'support' && (
        <ul>
          <Item to={{ page: 'companies' }} route={route} also={['new-company']}>
            {texts.nav.companies}
          </Item>
          <Item to={{ page: 'sessions' }} route={route}>
            {texts.nav.sessions}
          </Item>
          <Item to={{ page: 'requests' }} route={route}>
            {texts.nav.requests}
          </Item>
          <Item to={{ page: 'support-people' }} route={route}>
            {texts.nav.supportPeople}
          </Item>
        </ul>
      )}
      {companyId !== undefined && (
        <CompanyNavigation route={route} companyId={companyId} companyName={companyName ?? texts.nav.myCompany} />
      )}
    </nav>
  );
}

type CompanyNavigationProps = { route: Route; companyId: string; companyName: string };

function CompanyNavigation({ route, companyId, companyName }: CompanyNavigationProps) {
  const { console: texts } = useTexts();
  return (
    <>
      <h2 class="nav-title">{texts.nav.adminSettings}</h2>
      <h3 class="nav-section" title={companyName}>
        {texts.nav.myCompany}
        <span class="nav-company">{companyName}</span>
      </h3>
      <ul>
        <Item to={{ page: 'company', companyId }} route={route}>
          {texts.nav.overview}
        </Item>
        <Item to={{ page: 'setup', companyId }} route={route} also={['setup-session']}>
          {texts.nav.setup}
        </Item>
        <Item to={{ page: 'users', companyId }} route={route} also={['user']}>
          {texts.nav.users}
        </Item>
        <Item to={{ page: 'activity', companyId }} route={route}>
          {texts.nav.activity}
        </Item>
        <Item to={{ page: 'people', companyId }} route={route}>
          {texts.nav.people}
        </Item>
        <Item to={{ page: 'audit-log', companyId }} route={route}>
          {texts.nav.auditLog}
        </Item>
        <Item to={{ page: 'domains', companyId }} route={route}>
          {texts.nav.domains}
        </Item>
        <Item to={{ page: 'settings', companyId }} route={route}>
          {texts.nav.settings}
        </Item>
      </ul>
      <h3 class="nav-section">{texts.nav.authentication}</h3>
      <ul>
        <Item to={{ page: 'api-keys', companyId }} route={route} also={['add-key']}>
          {texts.nav.apiKeys}
        </Item>
      </ul>
    </>
  );
}

type ItemProps = { to: Route; route: Route; also?: Route['page'][]; children: ComponentChildren };

function Item({ to, route, also = [], children }: ItemProps) {
  return (
    <li>
      <Link to={to} class="nav-item" current={route.page === to.page || also.includes(route.page)}>
        {children}
      </Link>
    </li>
  );
}

function PersonBox({ route, onSignedOut }: { route: Route; onSignedOut: () => void }) {
  const { console: texts } = useTexts();
  const { person } = useSignIn();
  const { action, run } = useAction();
  const signOut = (everywhere: boolean) =>
    run(async () => {
      await api.signOut(everywhere);
      onSignedOut();
    });
  return (
    <div class="person">
      <p class="person-name">{person.email}</p>
      <p class="hint">{texts.role[person.role]}</p>
      <p>
        <Link to={{ page: 'sign-ins' }} current={route.page === 'sign-ins'}>
          {texts.signIns.title}
        </Link>
      </p>
      <div class="person-actions">
        <Button kind="quiet" busy={action.state === 'working'} onClick={() => signOut(false)}>
          {texts.signOut}
        </Button>
        <Button kind="quiet" onClick={() => signOut(true)}>
          {texts.signOutEverywhere}
        </Button>
      </div>
    </div>
  );
}
