import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { meSchema } from '../../../shared/api/people.ts';
import { type Answer, cookieOf, createCaller, signIn } from '../kit/browser.ts';
import { startTestServer, type TestServer } from '../kit/start.ts';

const HOUR_MS = 3_600_000;

let server: TestServer;
let offset = 0;
beforeAll(async () => {
  server = await startTestServer({ now: () => new Date(Date.now() + offset) });
});
afterAll(() => server.close());

const nobody = () => createCaller(server.url);

async function invited(): Promise<string> {
  const { url } = await server.rules.people.invite('Ana@People.example', 'support', null);
  expect(url.startsWith(`${server.publicUrl}/sign-in/`)).toBe(true);
  return new URL(url).pathname;
}

function withCookie(answer: Answer) {
  return createCaller(server.url, { Cookie: cookieOf(answer) });
}

describe('a sign-in link', () => {
  it('shows a page with one button, which does not use it up', async () => {
    const path = await invited();
    for (let look = 0; look < 3; look += 1) {
      const page = await nobody().get(path);
      expect(page.status).toBe(200);
      expect(page.headers.get('Content-Type')).toContain('text/html');
      expect(page.text.match(/<button/g)).toHaveLength(1);
      expect(page.text).toContain('ana@people.example');
    }
    expect((await nobody().post(path)).status).toBe(303);
  });

  it('has a page that runs and styles nothing inline, in no frame and no cache', async () => {
    const page = await nobody().get(await invited());
    const policy = page.headers.get('Content-Security-Policy') ?? '';
    expect(policy).not.toContain('unsafe-inline');
    expect(policy).toContain("frame-ancestors 'none'");
    expect(page.text).not.toMatch(/<script|<style|\sstyle=|\son\w+=/);
    expect(page.headers.get('Cache-Control')).toBe('no-store');
    expect(page.headers.get('X-Content-Type-Options')).toBe('nosniff');
    expect(page.headers.get('Referrer-Policy')).toBeTruthy();
    const style = await nobody().get('/plain-page.css');
    expect(style.headers.get('Content-Type')).toContain('text/css');
  });

  it('signs in once, with a cookie that scripts and other sites do not get', async () => {
    const path = await invited();
    const first = await nobody().post(path);
    expect(first.headers.get('Location')).toBe('/');
    const [cookie = ''] = first.headers.getSetCookie();
    expect(cookie).toMatch(/^sign_in=[\w-]{43};/);
    expect(cookie.toLowerCase()).toMatch(/httponly/);
    expect(cookie.toLowerCase()).toMatch(/samesite=lax/);
    expect(cookie.toLowerCase()).not.toMatch(/secure/);
    expect(meSchema.parse((await withCookie(first).get('/api/me')).body).person).toMatchObject({
      email: 'ana@people.example',
      role: 'support',
    });

    const second = await nobody().post(path);
    expect(second.status).toBe(410);
    expect(second.headers.getSetCookie()).toEqual([]);
    expect(second.text).toContain('used already');
    expect((await nobody().get(path)).status).toBe(410);
  });

  it('signs in one of two that press at once', async () => {
    const path = await invited();
    const answers = await Promise.all([nobody().post(path), nobody().post(path), nobody().post(path)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 410, 410]);
  });

  it('has a Secure cookie when people come by https', async () => {
    const secure = await startTestServer({ env: { PUBLIC_URL: 'https://scim.example.com' } });
    const { url } = await secure.rules.people.invite('ana@people.example', 'support', null);
    const answer = await createCaller(secure.url).post(new URL(url).pathname);
    expect(answer.status).toBe(303);
    expect(answer.headers.getSetCookie()[0]?.toLowerCase()).toMatch(/; secure/);
    await secure.close();
  });

  it('expires after three days, and is unknown when it was made up', async () => {
    const path = await invited();
    offset += 72 * HOUR_MS;
    const late = await nobody().post(path);
    expect(late.status).toBe(410);
    expect(late.text).toContain('expired');
    expect((await nobody().get('/sign-in/made-up')).status).toBe(404);
  });

  it('is not pressed by another site', async () => {
    const path = await invited();
    const refused = await nobody().post(path, undefined, { 'Sec-Fetch-Site': 'cross-site' });
    expect(refused.status).toBe(403);
    expect((await nobody().post(path, undefined, { 'Sec-Fetch-Site': 'same-origin' })).status).toBe(303);
  });

  it.each([
    ['an address that is none', 'nobody', 'support', false],
    ['an admin of no company', 'ana@acme.example', 'admin', false],
    ['support for one company', 'ana@acme.example', 'support', true],
  ] as const)('is not made for %s', async (_name, email, role, withCompany) => {
    const companyId = withCompany ? (await server.company()).id : null;
    await expect(server.rules.people.invite(email, role, companyId)).rejects.toMatchObject({ status: 400 });
  });
});

describe('a sign-in', () => {
  it('lasts 12 hours', async () => {
    const caller = await signIn(server, 'support');
    offset += 12 * HOUR_MS - 60_000;
    expect((await caller.get('/api/me')).status).toBe(200);
    offset += 60_000;
    expect((await caller.get('/api/me')).body).toMatchObject({ status: 401, code: 'not-signed-in' });
  });

  it('tells an admin their company', async () => {
    const company = await server.company();
    const admin = await signIn(server, 'admin', company.id);
    const me = meSchema.parse((await admin.get('/api/me')).body);
    expect(me).toMatchObject({
      person: { role: 'admin' },
      company: { id: company.id },
      scimBaseUrl: `${server.publicUrl}/scim/v2`,
    });
  });

  it('ends with sign-out, and its cookie with it', async () => {
    const caller = await signIn(server, 'support');
    const other = await signIn(server, 'support');
    const answer = await caller.post('/api/sign-out', {});
    expect(answer.status).toBe(204);
    expect(answer.headers.getSetCookie()[0]).toMatch(/^sign_in=;/);
    expect((await caller.get('/api/me')).status).toBe(401);
    expect((await other.get('/api/me')).status).toBe(200);
  });

  it('ends everywhere when asked', async () => {
    const [one, other] = [await signIn(server, 'support'), await signIn(server, 'support')];
    await one.post('/api/sign-out', { everywhere: true });
    expect((await other.get('/api/me')).status).toBe(401);
  });

  it.each<[string, Record<string, string>, number]>([
    ['another site', { 'Sec-Fetch-Site': 'cross-site', Origin: 'https://evil.example' }, 403],
    ['another host of the same site', { 'Sec-Fetch-Site': 'same-site' }, 403],
    ['an old browser on another origin', { Origin: 'https://evil.example' }, 403],
    ['a page without an origin', { Origin: 'null' }, 403],
    ['the console', { 'Sec-Fetch-Site': 'same-origin' }, 204],
    ['a program', {}, 204],
  ])('takes changes from %s as it should', async (_name, headers, status) => {
    const caller = await signIn(server, 'support');
    const answer = await caller.post('/api/sign-out', {}, headers);
    expect(answer.status).toBe(status);
    if (status === 403) expect(answer.body).toMatchObject({ code: 'cross-site' });
  });

  it('is taken from the console’s own origin in browsers that say only that', async () => {
    const caller = await signIn(server, 'support');
    expect((await caller.post('/api/sign-out', {}, { Origin: server.url })).status).toBe(204);
  });

  it('leaves no token in the database or the log', async () => {
    const path = await invited();
    const answer = await nobody().post(path);
    await withCookie(answer).get('/api/me');
    const kept = await server.store.text();
    for (const secret of [path.slice('/sign-in/'.length), cookieOf(answer).slice('sign_in='.length)]) {
      expect(secret.length).toBeGreaterThan(40);
      expect(kept).not.toContain(secret);
      expect(server.log()).not.toContain(secret);
    }
  });
});
