import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { auditLogSchema } from '../../../shared/api/audit.ts';
import { personListSchema, signInLinkSchema } from '../../../shared/api/people.ts';
import { type Caller, cookieOf, createCaller, signIn } from '../kit/browser.ts';
import { startTestServer, type TestServer } from '../kit/start.ts';

let server: TestServer;
let support: Caller;
let admin: Caller;
let company: { id: string };
let base: string;

beforeAll(async () => {
  server = await startTestServer();
  support = await signIn(server, 'support');
});
afterAll(() => server.close());

beforeEach(async () => {
  company = await server.company();
  base = `/api/companies/${company.id}/people`;
  admin = await signIn(server, 'admin', company.id);
});

async function people(path = base, caller = admin) {
  return personListSchema.parse((await caller.get(path)).body).people;
}

async function invite(email: string, path = base, caller = admin) {
  const answer = await caller.post(path, { email });
  expect(answer.status).toBe(201);
  return signInLinkSchema.parse(answer.body);
}

/** Opens a sign-in link and presses its button. */
async function enter(url: string): Promise<Caller> {
  return createCaller(server.url, { Cookie: cookieOf(await createCaller(server.url).post(new URL(url).pathname)) });
}

describe('the people of a company', () => {
  it('are invited by an admin, and sign in by the link that the answer holds', async () => {
    const link = await invite('Ben@Acme.example');
    expect((await (await enter(link.url)).get('/api/me')).body).toMatchObject({
      person: { email: 'ben@acme.example', role: 'admin' },
      company: { id: company.id },
    });
    expect((await people()).map(({ email, signIns }) => [email, signIns])).toEqual([
      ['admin@people.example', 1],
      ['ben@acme.example', 1],
    ]);
    expect((await admin.post(base, { email: 'nobody' })).status).toBe(400);
  });

  it('are signed out at once when they are disabled, and come back by a new link once they are enabled', async () => {
    const link = await invite('ben@acme.example');
    const ben = await enter(link.url);
    const second = await admin.post(`${base}/${link.person}/sign-in-link`);
    expect((await admin.patch(`${base}/${link.person}`, { disabled: true })).status).toBe(204);
    expect((await ben.get('/api/me')).status).toBe(401);
    const old = new URL(signInLinkSchema.parse(second.body).url).pathname;
    expect((await createCaller(server.url).post(old)).status).toBe(404);
    expect((await people())[1]).toMatchObject({ disabledAt: expect.any(String) as unknown, signIns: 0 });
    expect((await admin.post(`${base}/${link.person}/sign-in-link`)).status).toBe(409);
    expect((await admin.post(base, { email: 'ben@acme.example' })).status).toBe(409);

    await admin.patch(`${base}/${link.person}`, { disabled: false });
    const again = signInLinkSchema.parse((await admin.post(`${base}/${link.person}/sign-in-link`)).body);
    expect((await (await enter(again.url)).get('/api/me')).status).toBe(200);
  });

  it('are one person, however many invite them at the same time', async () => {
    const links = await Promise.all(Array.from({ length: 8 }, () => invite('cleo.once@acme.example')));
    expect(new Set(links.map(({ person }) => person)).size).toBe(1);
    expect((await people()).map(({ email }) => email)).toEqual(['admin@people.example', 'cleo.once@acme.example']);
    for (const { url } of links) expect((await (await enter(url)).get('/api/me')).status).toBe(200);
    const byEmail = await server.rules.people.signInByEmail('cleo.once@acme.example', '', () => []);
    expect(byEmail.person.id).toBe(links[0]?.person);
  });

  it('are removed with their sign-ins', async () => {
    const link = await invite('ben@acme.example');
    const ben = await enter(link.url);
    expect((await admin.delete(`${base}/${link.person}`)).status).toBe(204);
    expect((await ben.get('/api/me')).status).toBe(401);
    expect(await people()).toHaveLength(1);
    expect((await admin.delete(`${base}/${link.person}`)).status).toBe(404);
  });

  it('cannot shut themselves out', async () => {
    const own = (await people())[0]?.id ?? '';
    expect((await admin.patch(`${base}/${own}`, { disabled: true })).status).toBe(409);
    expect((await admin.delete(`${base}/${own}`)).status).toBe(409);
  });

  it('are not support’s to invite, who would hold their links, but support’s to disable', async () => {
    const { person } = await invite('ben@acme.example');
    for (const answer of [
      await support.post(base, { email: 'cleo@acme.example' }),
      await support.post(`${base}/${person}/sign-in-link`),
    ]) {
      expect([answer.status, answer.body]).toMatchObject([403, { code: 'admin-only' }]);
    }
    expect((await support.patch(`${base}/${person}`, { disabled: true })).status).toBe(204);
  });

  it('are another company’s to see never', async () => {
    const stranger = await signIn(server, 'admin', (await server.company()).id);
    const { person } = await invite('ben@acme.example');
    for (const answer of [
      await stranger.get(base),
      await stranger.post(base, { email: 'x@acme.example' }),
      await stranger.delete(`${base}/${person}`),
    ]) {
      expect(answer.status).toBe(404);
    }
    const own = `/api/companies/${(await server.company()).id}/people/${person}`;
    expect((await support.delete(own)).status).toBe(404);
  });

  it('are in the audit log with what was done to them, without a link', async () => {
    const { person, url } = await invite('ben@acme.example');
    await admin.post(`${base}/${person}/sign-in-link`);
    await admin.patch(`${base}/${person}`, { disabled: true });
    await admin.patch(`${base}/${person}`, { disabled: false });
    await admin.delete(`${base}/${person}`);
    const log = await admin.get(`/api/companies/${company.id}/audit-log`);
    const done = auditLogSchema.parse(log.body).entries.slice(0, 5);
    expect(done.map(({ action }) => action)).toEqual([
      'person-removed',
      'person-enabled',
      'person-disabled',
      'person-link-made',
      'person-invited',
    ]);
    expect(done.every(({ subject }) => subject === 'ben@acme.example')).toBe(true);
    expect(log.text).not.toContain(url.split('/').at(-1));
  });
});

it('support’s own people are for support alone', async () => {
  await invite('sam@people.example', '/api/people', support);
  expect((await people('/api/people', support)).map(({ email }) => email)).toContain('sam@people.example');
  expect((await admin.get('/api/people')).status).toBe(403);
  expect((await admin.post('/api/people', { email: 'ben@acme.example' })).status).toBe(403);
});
