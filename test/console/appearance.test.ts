import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Acme, provisionAcme } from './kit/acme.ts';
import { flawsOf, type Sight } from './kit/appearance.ts';
import { freePort } from '../e2e/kit/server.ts';
import { signIn, startConsole, type ConsoleWorld } from './kit/browser.ts';

const NEW = { name: 'New', product: 'ai-voice', plan: 'pro' } as const;

let world: ConsoleWorld;
let acme: Acme;
beforeAll(async () => {
  // A provider that does not answer: its button is there, and what happens then is a page, too.
  const away = `http://127.0.0.1:${String(await freePort())}`;
  const env = { OIDC_ISSUER: away, OIDC_CLIENT_ID: 'scim', OIDC_CLIENT_SECRET: 'a-client-secret' };
  world = await startConsole({ env });
  acme = await provisionAcme(world.server);
});
afterAll(() => world.close());

/** The page's own content is there, not its skeleton. */
const loaded = async (page: Page): Promise<void> => {
  await page.getByRole('heading', { level: 1 }).waitFor();
  await expect.poll(() => page.locator('.skeleton').count()).toBe(0);
};

/** The latest call with all that is kept of it. */
const callOpened = async (page: Page): Promise<void> => {
  await loaded(page);
  await page.locator('.call summary').first().click();
  await page.locator('.call[data-status="400"] dl').first().waitFor();
};

const below = (path: string): string => `/companies/${acme.id}${path}`;

/** Pages of a company, below its own address. */
function companyPages(): Sight[] {
  const pages = {
    overview: '',
    users: '/users',
    user: `/users/${acme.userIds.active}`,
    'user-suspended': `/users/${acme.userIds.suspended}`,
    activity: '/activity',
    'audit-log': '/audit-log',
    people: '/people',
    'api-keys': '/api-keys',
    'add-key': '/api-keys/new',
    setup: '/setup',
    'setup-session': `/setup/${acme.link.id}`,
    domains: '/domains',
    settings: '/settings',
    'key-replacement': `/api-keys?replace=${acme.keyId}`,
    'activity-failed': '/activity?outcome=failed',
  };
  const sights = Object.entries(pages).map(([name, path]) => ({ name, path: below(path), ready: loaded }));
  return [...sights, { name: 'activity-call', path: below('/activity'), ready: callOpened }];
}

test('every page of a company is sound on a desk and on a phone, light, dark and in forced colours', async () => {
  expect(await flawsOf(world, companyPages(), (page) => signIn(world.server, page, acme.id))).toEqual([]);
});

test('so are the pages of a company in which nothing has happened yet', async () => {
  const { id } = await world.server.rules.companies.create({ ...NEW, primaryDomain: 'new.example' });
  const areas = ['', '/users', '/activity', '/api-keys', '/setup'];
  const sights = areas.map((path) => ({
    name: `new${path.replace('/', '-')}`,
    path: `/companies/${id}${path}`,
    ready: loaded,
  }));
  expect(await flawsOf(world, sights, (page) => signIn(world.server, page, id))).toEqual([]);
});

test('so are support’s pages', async () => {
  const company = await world.server.rules.companies.find(acme.id);
  await world.server.rules.domainRequests.ask(company, 'globex.example', 'ana@acme.example', []);
  const session = await world.server.rules.setup.sessions.byId(acme.id, acme.link.id);
  await world.server.rules.setup.guidance.share(session, 'ana@acme.example');
  const sights: Sight[] = [
    { name: 'companies', path: '/companies', ready: loaded },
    { name: 'new-company', path: '/companies/new', ready: loaded },
    { name: 'requests', path: '/requests', ready: loaded },
    { name: 'sessions', path: '/sessions', ready: loaded },
    { name: 'support-people', path: '/people', ready: loaded },
    { name: 'sign-ins', path: '/sign-ins', ready: loaded },
    { name: 'support-admins', path: below('/people'), ready: loaded },
    { name: 'support-keys', path: below('/api-keys'), ready: loaded },
    { name: 'guided', path: below(`/setup/${acme.link.id}`), ready: loaded },
  ];
  expect(await flawsOf(world, sights, (page) => signIn(world.server, page, null))).toEqual([]);
});

test('so are those that need no sign-in', async () => {
  const invitation = await world.server.rules.people.invite('later@people.example', 'admin', acme.id);
  const sights: Sight[] = [
    { name: 'signed-out', path: '/', ready: loaded },
    { name: 'setup-by-link', path: new URL(acme.link.url).pathname, ready: loaded },
    { name: 'sign-in', path: new URL(invitation.url).pathname, ready: loaded },
    { name: 'sign-in-refused', path: '/sign-in/unknown', ready: loaded },
    { name: 'company-account-refused', path: '/sign-in/oidc', ready: loaded },
    { name: 'docs', path: '/docs', ready: loaded },
  ];
  expect(await flawsOf(world, sights, () => Promise.resolve())).toEqual([]);
});
