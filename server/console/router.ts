import { useEffect, useState } from 'preact/hooks';

/** A page of the console, with what its address names. */
export type Route =
  | { page: 'home' }
  | { page: 'companies' }
  | { page: 'new-company' }
  | { page: 'requests' }
  | { page: 'support-people' }
  | { page: 'sessions' }
  | { page: 'sign-ins' }
  | { page: 'company'; companyId: string }
  | { page: 'api-keys'; companyId: string }
  | { page: 'add-key'; companyId: string }
  | { page: 'users'; companyId: string }
  | { page: 'user'; companyId: string; userId: string }
  | { page: 'activity'; companyId: string }
  | { page: 'audit-log'; companyId: string }
  | { page: 'people'; companyId: string }
  | { page: 'domains'; companyId: string }
  | { page: 'settings'; companyId: string }
  | { page: 'setup'; companyId: string }
  | { page: 'setup-session'; companyId: string; linkId: string }
  | { page: 'setup-by-link'; token: string }
  | { page: 'not-found' };

const NAVIGATED = 'console:navigated';

/** The page that a path names. */
export function parseRoute(pathname: string): Route {
  const [first, second, third, fourth, ...rest] = pathname.split('/').filter(Boolean).map(decode);
  if (rest.length > 0) return { page: 'not-found' };
  if (!first) return { page: 'home' };
  if (first === 'setup' && second && !third) return { page: 'setup-by-link', token: second };
  if (first === 'people' && !second) return { page: 'support-people' };
  if (first === 'requests' && !second) return { page: 'requests' };
  if (first === 'sessions' && !second) return { page: 'sessions' };
  if (first === 'sign-ins' && !second) return { page: 'sign-ins' };
  if (first !== 'companies') return { page: 'not-found' };
  if (!second) return { page: 'companies' };
  if (second === 'new' && !third) return { page: 'new-company' };
  return companyRoute(second, third, fourth);
}

function companyRoute(companyId: string, area: string | undefined, item: string | undefined): Route {
  if (!area) return { page: 'company', companyId };
  if (area === 'api-keys') {
    if (item === undefined) return { page: 'api-keys', companyId };
    return item === 'new' ? { page: 'add-key', companyId } : { page: 'not-found' };
  }
  if (area === 'users') return item ? { page: 'user', companyId, userId: item } : { page: 'users', companyId };
  if (area === 'activity' && !item) return { page: 'activity', companyId };
  if (area === 'audit-log' && !item) return { page: 'audit-log', companyId };
  if (area === 'people' && !item) return { page: 'people', companyId };
  if (area === 'domains' && !item) return { page: 'domains', companyId };
  if (area === 'settings' && !item) return { page: 'settings', companyId };
  if (area !== 'setup') return { page: 'not-found' };
  return item ? { page: 'setup-session', companyId, linkId: item } : { page: 'setup', companyId };
}

/** The address of a page. */
export function hrefOf(route: Route): string {
  if (route.page === 'home' || route.page === 'not-found') return '/';
  if (route.page === 'companies') return '/companies';
  if (route.page === 'requests') return '/requests';
  if (route.page === 'support-people') return '/people';
  if (route.page === 'sessions') return '/sessions';
  if (route.page === 'sign-ins') return '/sign-ins';
  if (route.page === 'new-company') return '/companies/new';
  if (route.page === 'setup-by-link') return `/setup/${encodeURIComponent(route.token)}`;
  const company = `/companies/${encodeURIComponent(route.companyId)}`;
  switch (route.page) {
    case 'company':
      return company;
    case 'add-key':
      return `${company}/api-keys/new`;
    case 'user':
      return `${company}/users/${encodeURIComponent(route.userId)}`;
    case 'setup-session':
      return `${company}/setup/${encodeURIComponent(route.linkId)}`;
    case 'api-keys':
    case 'users':
    case 'activity':
    case 'audit-log':
    case 'people':
    case 'domains':
    case 'settings':
    case 'setup':
      return `${company}/${route.page}`;
  }
}

/** Goes to a page of the console without loading the document again. */
export function navigate(href: string, how: 'push' | 'replace' = 'push'): void {
  if (how === 'push') history.pushState(null, '', href);
  else history.replaceState(null, '', href);
  dispatchEvent(new Event(NAVIGATED));
}

/** The present address, kept current. */
export function useLocation(): { pathname: string; query: URLSearchParams; hidden: URLSearchParams } {
  const [href, setHref] = useState(location.href);
  useEffect(() => {
    const update = () => setHref(location.href);
    addEventListener('popstate', update);
    addEventListener(NAVIGATED, update);
    return () => {
      removeEventListener('popstate', update);
      removeEventListener(NAVIGATED, update);
    };
  }, []);
  const url = new URL(href);
  return { pathname: url.pathname, query: url.searchParams, hidden: new URLSearchParams(url.hash.slice(1)) };
}

/** Changes the query of the present address, so that what a list shows can be linked; an empty value is left out. */
export function setQuery(changes: Record<string, string>): void {
  const url = new URL(location.href);
  change(url.searchParams, changes);
  navigate(url.pathname + url.search + url.hash, 'replace');
}

/**
 * The same for what is somebody's, such as a name that is searched for: it goes behind the #, which browsers send to no
 * server. `changes` are those of the query that come with it.
 */
export function setHidden(hidden: Record<string, string>, changes: Record<string, string> = {}): void {
  const url = new URL(location.href);
  change(url.searchParams, changes);
  const parameters = new URLSearchParams(url.hash.slice(1));
  change(parameters, hidden);
  const hash = parameters.toString();
  navigate(url.pathname + url.search + (hash ? `#${hash}` : ''), 'replace');
}

function change(parameters: URLSearchParams, changes: Record<string, string>): void {
  for (const [name, value] of Object.entries(changes)) {
    if (value === '') parameters.delete(name);
    else parameters.set(name, value);
  }
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
