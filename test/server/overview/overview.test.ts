import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { overviewSchema } from '../../../shared/api/overview.ts';
import { companyListSchema } from '../../../shared/api/companies.ts';
import { signIn } from '../kit/browser.ts';
import { startTestServer, type CompanyOptions, type TestServer } from '../kit/start.ts';

const HOUR_MS = 3_600_000;

let server: TestServer;
let now = new Date('2026-03-01T12:20:00.000Z');
beforeAll(async () => {
  server = await startTestServer({ now: () => now });
});
afterAll(() => server.close());

async function acme(options: CompanyOptions = {}) {
  const company = await server.company({ allowed: ['jumpcloud.com'], ...options });
  const overview = async () => {
    const admin = await signIn(server, 'admin', company.id);
    const answer = await admin.get(`/api/companies/${company.id}/overview`);
    expect(answer.status).toBe(200);
    return overviewSchema.parse(answer.body);
  };
  const codes = async () => (await overview()).attention.map(({ code }) => code);
  return { ...company, scim: server.scim(company.key), overview, codes };
}

/** The last use of a key is noted off the request's path. */
const used = (id: string) =>
  expect.poll(async () => (await server.rules.keys.list(id)).some(({ lastUsedAt }) => lastUsedAt !== null)).toBe(true);

describe('a company at a glance', () => {
  it('is waiting, then connected since the first call, whatever key replaced that call’s', async () => {
    const { id, keyId, scim, overview } = await acme();
    expect((await overview()).connection).toEqual({ state: 'waiting', since: null, lastUsedAt: null });
    await scim.get('/Users');
    await used(id);
    const since = now.toISOString();
    const first = await overview();
    expect(first.connection).toEqual({ state: 'connected', since, lastUsedAt: since });
    expect(first.lastCall).toMatchObject({ kind: 'list', status: 200 });
    expect(first.attention).toEqual([]);

    const company = await server.rules.companies.find(id);
    const { secret } = await server.rules.keys.rotate(company, keyId, { overlapMs: HOUR_MS, createdBy: 'test' });
    now = new Date(now.getTime() + 2 * HOUR_MS);
    await server.scim(secret.reveal()).get('/Users');
    await expect.poll(async () => (await overview()).connection.lastUsedAt).toBe(now.toISOString());
    expect((await overview()).connection).toMatchObject({ state: 'connected', since });
    now = new Date(now.getTime() + 25 * HOUR_MS);
    expect((await overview()).connection.state).toBe('silent');
  });

  it('counts users by their state, test users apart', async () => {
    const { scim, domain, overview } = await acme();
    for (const name of ['ana', 'ben', 'cleo']) {
      await scim.post('/Users', { userName: `${name}@${domain}`, active: name !== 'ben' });
    }
    await scim.post('/Users', { userName: 'probe@jumpcloud.com' });
    await expect.poll(async () => (await overview()).users).toEqual({ active: 2, suspended: 1, test: 1, removed: 0 });
  });

  it('counts the calls of the last 24 hours by the hour, failures too, an expected miss not among them', async () => {
    const { scim, domain, overview } = await acme();
    await scim.post('/Users', { userName: `ana@${domain}` });
    await scim.post('/Users', { userName: `ana@${domain}` });
    await scim.get('/Users/nobody');
    await server.rules.activity.flush();
    now = new Date(now.getTime() + HOUR_MS);
    await scim.get('/Users');
    const { hours } = await overview();
    expect(hours).toHaveLength(24);
    expect(hours.slice(-2)).toMatchObject([
      { calls: 3, failures: 1 },
      { calls: 1, failures: 0 },
    ]);
    expect(hours.at(-1)?.hour).toBe(`${now.toISOString().slice(0, 13)}:00:00.000Z`);
  });
});

describe('what needs attention', () => {
  it('is the plan alone while that may not use SCIM', async () => {
    const { id, codes } = await acme();
    await server.rules.companies.update(id, { plan: 'standard' });
    expect(await codes()).toEqual(['plan-not-eligible']);
  });

  it('is the guided set-up for a company that never had a key', async () => {
    const fresh = { name: 'Fresh', primaryDomain: 'fresh.example', product: 'ai-voice', plan: 'pro' } as const;
    const { id } = await server.rules.companies.create(fresh);
    const admin = await signIn(server, 'admin', id);
    const { body } = await admin.get(`/api/companies/${id}/overview`);
    expect(overviewSchema.parse(body).attention.map(({ code }) => code)).toEqual(['not-set-up', 'domain-missing']);
  });

  it('is a missing key, a missing domain before the first call, and a key that ends soon', async () => {
    const { id, keyId, codes, overview } = await acme({ allowed: [] });
    await server.rules.keys.revoke(id, keyId);
    expect(await codes()).toEqual(['no-key', 'domain-missing']);
    const company = await server.rules.companies.find(id);
    const { key } = await server.rules.keys.create(company, {
      name: 'Short',
      createdBy: 'test',
      expiresInMs: 13 * 24 * HOUR_MS,
    });
    expect((await overview()).attention).toMatchObject([
      { code: 'key-expiring', keyId: key.id, name: 'Short', last4: key.last4 },
      { code: 'domain-missing' },
    ]);
  });

  it('is a test that stopped midway, until one passed', async () => {
    const { scim, domain, codes } = await acme();
    const body = (userName: string) => ({
      userName,
      displayName: 'displayname',
      name: { givenName: 'firstname', familyName: 'lastname' },
    });
    await scim.post('/Users', body('probe@elsewhere.example'));
    expect(await codes()).toEqual(['activation-failed', 'failing-calls']);
    const { id } = (await scim.post('/Users', body(`probe@${domain}`))).body;
    await scim.delete(`/Users/${id}`);
    expect(await codes()).toEqual(['failing-calls']);
  });

  it('is calls that fail, by their cause, for a day', async () => {
    const { scim, overview } = await acme();
    for (const name of ['x', 'y']) await scim.post('/Users', { userName: `${name}@elsewhere.example` });
    expect((await overview()).attention).toEqual([
      {
        code: 'failing-calls',
        count: 2,
        call: { kind: 'create', status: 400, reason: 'domain-not-allowed', domain: 'elsewhere.example' },
      },
    ]);
    now = new Date(now.getTime() + 25 * HOUR_MS);
    expect((await overview()).attention).toMatchObject([{ code: 'no-call-for-a-day' }]);
  });
});

describe('the list of companies', () => {
  it('is searched by name and domains, told with the connection, and paged', async () => {
    const support = await signIn(server, 'support');
    const { id } = await acme({ name: 'Zebra 100%', primaryDomain: 'zebra.example', allowed: ['stripes.example'] });
    const list = async (query: string) => companyListSchema.parse((await support.get(`/api/companies?${query}`)).body);
    for (const search of ['zebra', 'EBRA 100%25', 'zebra.example', 'stripes.ex']) {
      expect((await list(`search=${search}`)).companies, search).toMatchObject([
        { id, connection: { state: 'waiting' } },
      ]);
    }
    expect((await list('search=a%25b')).companies).toEqual([]);
    const seen: string[] = [];
    for (let after: string | null = ''; after !== null;) {
      const page: Awaited<ReturnType<typeof list>> = await list(`limit=2${after ? `&after=${after}` : ''}`);
      seen.push(...page.companies.map((company) => company.id));
      after = page.next;
    }
    const all = (await list('limit=200')).companies.map((company) => company.id);
    expect(seen).toEqual(all);
    expect(new Set(all).size).toBe(all.length);
  });
});
