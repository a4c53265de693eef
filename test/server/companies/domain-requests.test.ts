import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { companyNowSchema, domainRequestListSchema } from '../../../shared/api/domain-requests.ts';
import { supportNowSchema } from '../../../shared/api/support.ts';
import { type Caller, signIn, withToken } from '../kit/browser.ts';
import { startTestServer, type TestServer } from '../kit/start.ts';
import { sessionOf, snapshotIn } from '../setup/kit.ts';

/** What the admin’s page may take to go on by itself: 2 s, and more on a machine that does several things at once. */
const SOON_MS = 6_000;

let server: TestServer;
let support: Caller;
let admin: Caller;
let holder: Caller;
let company: { id: string; domain: string };
let base: string;

beforeAll(async () => {
  server = await startTestServer();
  support = await signIn(server, 'support');
});
afterAll(() => server.close());

beforeEach(async () => {
  company = await server.company();
  base = `/api/companies/${company.id}`;
  admin = await signIn(server, 'admin', company.id);
  const { url } = await server.rules.setup.sessions.createLink(company.id, { target: 'server' });
  holder = withToken(server, url.split('/').at(-1) ?? '');
});

async function waiting() {
  const answer = await support.get('/api/support');
  const { domainRequests } = supportNowSchema.parse(answer.body);
  return domainRequests.filter((request) => request.company.id === company.id);
}

async function requests() {
  return domainRequestListSchema.parse((await admin.get(`${base}/domain-requests`)).body).domainRequests;
}

describe('a request to allow a domain', () => {
  it('is made by the admin with nothing said, and then names jumpcloud.com and who asked', async () => {
    const asked = await admin.post(`${base}/domain-requests`, {});
    expect(asked.status).toBe(201);
    expect(asked.body).toMatchObject({ domain: 'jumpcloud.com', state: 'asked', decidedAt: null, reason: null });
    expect(await waiting()).toEqual([
      expect.objectContaining({
        company: { id: company.id, name: expect.any(String) as unknown, primaryDomain: company.domain },
        domain: 'jumpcloud.com',
        askedBy: 'admin@people.example',
      }),
    ]);
  });

  it('is made by the holder of a setup link, for that one domain', async () => {
    expect((await sessionOf(holder)).domainRequest).toBeNull();
    expect((await holder.post('/api/setup/domain-request', { domain: 'evil.example' })).status).toBe(201);
    expect((await sessionOf(holder)).domainRequest).toMatchObject({ domain: 'jumpcloud.com', state: 'asked' });
    expect((await waiting()).map(({ domain, askedBy }) => [domain, askedBy.slice(0, 10)])).toEqual([
      ['jumpcloud.com', 'setup link'],
    ]);
  });

  it('is one however often it is made', async () => {
    const first = (await admin.post(`${base}/domain-requests`, {})).body;
    expect((await holder.post('/api/setup/domain-request')).body).toEqual(first);
    expect(await waiting()).toHaveLength(1);
  });

  it('is refused for what is no domain, and for what is allowed already', async () => {
    expect((await admin.post(`${base}/domain-requests`, { domain: 'not a domain' })).status).toBe(400);
    expect((await admin.post(`${base}/domain-requests`, { domain: company.domain })).status).toBe(409);
    await support.post(`${base}/domains`, { domain: 'jumpcloud.com' });
    expect((await holder.post('/api/setup/domain-request')).status).toBe(409);
  });

  it('is allowed by support: the domain is, the request says so, and nothing waits any more', async () => {
    await admin.post(`${base}/domain-requests`, {});
    expect((await support.patch(`${base}/domain-requests/jumpcloud.com`, { state: 'allowed' })).status).toBe(204);
    expect(await requests()).toMatchObject([{ domain: 'jumpcloud.com', state: 'allowed' }]);
    expect(await waiting()).toEqual([]);
    expect((await sessionOf(holder)).company.allowedDomains).toEqual(['jumpcloud.com']);
  });

  it('is settled by allowing the domain in any other way', async () => {
    await admin.post(`${base}/domain-requests`, {});
    expect((await server.admin('domain', 'allow', company.domain, 'jumpcloud.com')).code).toBe(0);
    expect(await waiting()).toEqual([]);
    await expect.poll(requests).toMatchObject([{ state: 'allowed' }]);
  });

  it('is no answer any more once the domain is revoked, and can be made again', async () => {
    await admin.post(`${base}/domain-requests`, {});
    await support.patch(`${base}/domain-requests/jumpcloud.com`, { state: 'allowed' });
    await support.delete(`${base}/domains/jumpcloud.com`);
    expect(await requests()).toEqual([]);
    await admin.post(`${base}/domain-requests`, {});
    expect(await waiting()).toHaveLength(1);
  });

  it('is declined with a reason that the admin reads, and can be made again', async () => {
    await holder.post('/api/setup/domain-request');
    expect((await support.patch(`${base}/domain-requests/jumpcloud.com`, { state: 'declined' })).status).toBe(400);
    const decision = { state: 'declined', reason: 'The contract is not signed yet.' };
    expect((await support.patch(`${base}/domain-requests/jumpcloud.com`, decision)).status).toBe(204);
    expect((await sessionOf(holder)).domainRequest).toMatchObject(decision);
    expect(await waiting()).toEqual([]);
    expect((await support.patch(`${base}/domain-requests/jumpcloud.com`, decision)).status).toBe(404);

    await admin.post(`${base}/domain-requests`, {});
    expect(await requests()).toMatchObject([{ state: 'asked', reason: null, decidedAt: null }]);
  });

  it('is decided by support alone', async () => {
    await admin.post(`${base}/domain-requests`, {});
    expect((await admin.patch(`${base}/domain-requests/jumpcloud.com`, { state: 'allowed' })).status).toBe(403);
    expect((await admin.get('/api/support')).status).toBe(403);
    expect((await admin.get('/api/support/events')).status).toBe(403);
  });
});

describe('live', () => {
  it('support sees a request come and go', async () => {
    const stream = await support.stream('/api/support/events');
    const shows = (count: number) =>
      stream.until(({ type, data }) => {
        if (type !== 'support') return false;
        const all = supportNowSchema.parse(JSON.parse(data)).domainRequests;
        return all.filter((request) => request.company.id === company.id).length === count;
      });
    await shows(0);
    await holder.post('/api/setup/domain-request');
    await shows(1);
    stream.close();
  });

  it.each([
    ['allowed', { state: 'allowed' }],
    ['declined', { state: 'declined', reason: 'Not yet.' }],
  ] as const)('the admin’s page and the session go on by themselves when it is %s', async (state, decision) => {
    await admin.post(`${base}/domain-requests`, {});
    const page = await admin.stream(`${base}/events`);
    const session = await holder.stream('/api/setup/events');
    await Promise.all([page.until(() => true), session.until(() => true)]);
    const begun = performance.now();
    await support.patch(`${base}/domain-requests/jumpcloud.com`, decision);
    await page.until(({ data }) => companyNowSchema.parse(JSON.parse(data)).domainRequests[0]?.state === state);
    await session.until((event) => snapshotIn(event).domainRequest?.state === state);
    expect(performance.now() - begun).toBeLessThan(SOON_MS);
    page.close();
    session.close();
  });

  it('a reader that comes back gets only what changed meanwhile', async () => {
    const first = await admin.stream(`${base}/events`);
    const { id } = await first.until(() => true);
    first.close();
    const resumed = await admin.stream(`${base}/events`, { 'Last-Event-ID': id ?? '' });
    await admin.post(`${base}/domain-requests`, {});
    const next = await resumed.until(() => true);
    expect(companyNowSchema.parse(JSON.parse(next.data)).domainRequests).toHaveLength(1);
    expect(resumed.events).toHaveLength(1);
    resumed.close();
  });
});
