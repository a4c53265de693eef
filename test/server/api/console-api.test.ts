import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { activityListSchema } from '../../../shared/api/activity.ts';
import { companyListSchema, companySchema, domainListSchema } from '../../../shared/api/companies.ts';
import { createdKeySchema, keyListSchema } from '../../../shared/api/keys.ts';
import { createdSetupLinkSchema, setupLinkDetailSchema, setupLinkListSchema } from '../../../shared/api/setup-links.ts';
import { userDetailSchema, userListSchema, type userSearchSchema } from '../../../shared/api/users.ts';
import { type Caller, createCaller, signIn, withToken } from '../kit/browser.ts';
import { startTestServer, type TestServer } from '../kit/start.ts';
import { snapshotIn } from '../setup/kit.ts';

let server: TestServer;
let support: Caller;
let admin: Caller;
let company: { id: string; key: string; domain: string };
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
});

async function read<T>(schema: z.ZodType<T>, path: string, caller = admin): Promise<T> {
  const answer = await caller.get(path);
  expect(answer.status).toBe(200);
  return schema.parse(answer.body);
}

describe('companies', () => {
  it('are all shown to support, and to an admin the one of theirs', async () => {
    await server.company();
    const all = await read(companyListSchema, '/api/companies', support);
    expect(all.companies.length).toBeGreaterThan(1);
    const own = await read(companyListSchema, '/api/companies');
    expect(own.companies.map(({ id }) => id)).toEqual([company.id]);
  });

  it('are added and changed by support', async () => {
    const body = { name: 'Globex', domain: 'Globex.example', product: 'ai-voice', plan: 'standard' };
    const created = await support.post('/api/companies', body);
    expect(created.status).toBe(201);
    const { id, ...rest } = companySchema.parse(created.body);
    expect(rest).toMatchObject({ primaryDomain: 'globex.example', eligible: false });
    const changed = await support.patch(`/api/companies/${id}`, { plan: 'pro' });
    expect(companySchema.parse(changed.body)).toMatchObject({ plan: 'pro', eligible: true });
    expect((await support.post('/api/companies', body)).status).toBe(409);
  });

  it('tell every issue of what was sent at once', async () => {
    const answer = await support.post('/api/companies', { name: ' ', domain: 'https://acme.example', plan: 'gold' });
    expect(answer.headers.get('Content-Type')).toBe('application/problem+json');
    expect(answer.body).toMatchObject({
      status: 400,
      code: 'invalid',
      errors: [{ path: 'name' }, { path: 'domain' }, { path: 'product' }, { path: 'plan' }],
    });
    expect((await support.patch(base, {})).status).toBe(400);
    expect((await support.post('/api/companies', '{broken')).status).toBe(400);
  });
});

describe('domains', () => {
  it('are allowed and revoked by support, and seen by the admin', async () => {
    const allowed = await support.post(`${base}/domains`, { domain: 'JumpCloud.com' });
    expect(allowed.status).toBe(200);
    expect((await read(domainListSchema, `${base}/domains`)).domains).toEqual([
      { domain: company.domain, kind: 'primary' },
      { domain: 'jumpcloud.com', kind: 'secondary' },
    ]);
    expect((await support.delete(`${base}/domains/jumpcloud.com`)).status).toBe(204);
    expect((await support.delete(`${base}/domains/jumpcloud.com`)).status).toBe(404);
    expect((await read(domainListSchema, `${base}/domains`)).domains).toHaveLength(1);
  });

  it('change what a setup session shows, soon', async () => {
    const { url } = createdSetupLinkSchema.parse((await admin.post(`${base}/setup-links`, {})).body);
    const stream = await withToken(server, url.split('/').at(-1) ?? '').stream('/api/setup/events');
    await stream.until(() => true);
    const begun = performance.now();
    await support.post(`${base}/domains`, { domain: 'jumpcloud.com' });
    await stream.until((event) => snapshotIn(event).company.allowedDomains.includes('jumpcloud.com'));
    expect(performance.now() - begun).toBeLessThan(5_000);
    stream.close();
  });
});

describe('API keys', () => {
  it('are shown once, work with the default scopes, and stop when revoked', async () => {
    const answer = await admin.post(`${base}/keys`, { name: 'JumpCloud', expires: '90d' });
    expect(answer.status).toBe(201);
    const { id, key } = createdKeySchema.parse(answer.body);
    expect((await server.scim(key).get('/Users')).status).toBe(200);

    const listed = await admin.get(`${base}/keys`);
    expect(listed.text).not.toContain(key);
    const shown = keyListSchema.parse(listed.body).keys.find((entry) => entry.id === id);
    expect(shown).toMatchObject({
      last4: key.slice(-4),
      scopes: ['users:read', 'users:write', 'groups:read', 'groups:write'],
    });
    expect(Date.parse(shown?.expiresAt ?? '') - Date.parse(shown?.createdAt ?? '')).toBe(90 * 86_400_000);

    expect((await admin.delete(`${base}/keys/${id}`)).status).toBe(204);
    expect((await server.scim(key).get('/Users')).status).toBe(401);
    expect((await admin.delete(`${base}/keys/unknown`)).status).toBe(404);
  });

  it('are replaced with an overlap, in which both work', async () => {
    const old = createdKeySchema.parse(
      (await admin.post(`${base}/keys`, { name: 'JumpCloud', expires: '90d', scopes: ['users:read'] })).body,
    );
    const answer = await admin.post(`${base}/keys/${old.id}/rotate`, { overlap: '1h' });
    expect(answer.status).toBe(201);
    const made = createdKeySchema.parse(answer.body);
    for (const { key } of [old, made]) expect((await server.scim(key).get('/Users')).status).toBe(200);
    const listed = await admin.get(`${base}/keys`);
    expect(listed.text).not.toContain(made.key);
    const byId = new Map(keyListSchema.parse(listed.body).keys.map((key) => [key.id, key]));
    expect(byId.get(made.id)).toMatchObject({ name: 'JumpCloud', scopes: ['users:read'], revokedAt: null });
    const left = Date.parse(byId.get(old.id)?.expiresAt ?? '') - Date.now();
    expect(left).toBeGreaterThan(0);
    expect(left).toBeLessThanOrEqual(3_600_000);
    expect((await admin.delete(`${base}/keys/${old.id}`)).status).toBe(204);
    expect((await admin.post(`${base}/keys/${old.id}/rotate`, {})).status).toBe(409);
  });

  it('are refused to a plan without SCIM, and without a name', async () => {
    expect((await admin.post(`${base}/keys`, { name: '' })).body).toMatchObject({ errors: [{ path: 'name' }] });
    await support.patch(base, { plan: 'standard' });
    expect((await admin.post(`${base}/keys`, { name: 'x' })).status).toBe(403);
  });
});

describe('users', () => {
  async function provision(name: string, more: Record<string, unknown> = {}) {
    const answer = await server.scim(company.key).post('/Users', {
      schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'],
      userName: `${name}@${company.domain}`,
      displayName: `${name} 100%_sure`,
      name: { givenName: name, familyName: 'Lee' },
      ...more,
    });
    expect(answer.status).toBe(201);
    return answer.body.id ?? '';
  }

  it('are searched, filtered and paged, test users only on request', async () => {
    await support.post(`${base}/domains`, { domain: 'jumpcloud.com' });
    for (const name of ['cleo', 'ana', 'ben']) await provision(name, { active: name !== 'ben' });
    await provision('probe', { userName: 'probe@jumpcloud.com' });
    const search = async (body: z.input<typeof userSearchSchema>) => {
      const answer = await admin.post(`${base}/users/search`, body);
      expect(answer.status).toBe(200);
      return userListSchema.parse(answer.body);
    };
    const names = async (body: z.input<typeof userSearchSchema>) =>
      (await search(body)).users.map(({ userName }) => userName.split('@')[0]);

    expect(await names({})).toEqual(['ana', 'ben', 'cleo']);
    expect(await names({ search: 'BEN' })).toEqual(['ben']);
    expect(await names({ search: '100%_' })).toEqual(['ana', 'ben', 'cleo']);
    expect(await names({ search: 'ana%lee' })).toEqual([]);
    expect(await names({ state: 'suspended' })).toEqual(['ben']);
    expect(await names({ state: 'active' })).toEqual(['ana', 'cleo']);
    expect(await names({ state: 'test' })).toEqual(['probe']);
    expect((await search({ count: 1 })).total).toBe(3);
    expect((await search({ state: 'suspended' })).total).toBe(1);
    expect((await search({ search: 'ben' })).total).toBeNull();
    expect((await admin.post(`${base}/users/search`, { count: 0, state: 'maybe' })).body).toMatchObject({
      errors: [{ path: 'state' }, { path: 'count' }],
    });
  });

  it('are paged both ways, and each is on one page', async () => {
    for (const name of ['a', 'b', 'c', 'd', 'e']) await provision(name);
    const page = async (from: z.input<typeof userSearchSchema>) => {
      const { users, next, previous } = userListSchema.parse(
        (await admin.post(`${base}/users/search`, { count: 2, ...from })).body,
      );
      return { names: users.map(({ userName }) => userName.slice(0, 1)).join(''), next, previous };
    };
    const first = await page({});
    expect(first).toMatchObject({ names: 'ab', previous: null });
    const second = await page({ after: first.next ?? '' });
    expect(second.names).toBe('cd');
    const last = await page({ after: second.next ?? '' });
    expect(last).toMatchObject({ names: 'e', next: null });
    expect(await page({ before: last.previous ?? '' })).toEqual(second);
    expect(await page({ before: second.previous ?? '' })).toEqual(first);
    expect((await admin.post(`${base}/users/search`, { after: 'nobody' })).status).toBe(404);
  });

  it('are shown one by one, and not across companies', async () => {
    const id = await provision('ana', { title: 'Captain' });
    const detail = await read(userDetailSchema, `${base}/users/${id}`);
    expect(detail.user).toMatchObject({ id, active: true, testUser: false, groups: [] });
    expect(detail.resource).toMatchObject({ title: 'Captain' });
    expect((await admin.get(`${base}/users/unknown`)).status).toBe(404);
    const other = await server.company();
    expect((await support.get(`/api/companies/${other.id}/users/${id}`)).status).toBe(404);
  });
});

describe('activity', () => {
  it('is listed newest first, page by page', async () => {
    for (let index = 0; index < 5; index += 1) await server.scim(company.key).get('/Users');
    await server.rules.activity.flush();
    const first = await read(activityListSchema, `${base}/activity?limit=3`);
    expect(first.activity).toHaveLength(3);
    const second = await read(activityListSchema, `${base}/activity?limit=3&before=${first.next ?? ''}`);
    expect(second.activity).toHaveLength(2);
    expect(second.next).toBeNull();
    const ids = [...first.activity, ...second.activity].map(({ id }) => id);
    expect(ids).toEqual([...ids].sort((one, other) => other - one));
  });

  it('is told live, and resumed where the reader left', async () => {
    const stream = await admin.stream(`${base}/activity/events`);
    await server.scim(company.key).get('/Users');
    const first = await stream.until(({ type }) => type === 'activity');
    stream.close();
    expect(JSON.parse(first.data)).toMatchObject({ method: 'GET', route: '/Users', status: 200 });

    for (let index = 0; index < 3; index += 1) await server.scim(company.key).get('/Users');
    await server.rules.activity.flush();
    const resumed = await admin.stream(`${base}/activity/events`, { 'Last-Event-ID': first.id ?? '' });
    await server.scim(company.key).get('/Groups');
    await resumed.until(({ data }) => data.includes('/Groups'));
    expect(resumed.events.map(({ id }) => Number(id) - Number(first.id))).toEqual([1, 2, 3, 4]);
    resumed.close();
  });

  it('is not told across companies', async () => {
    const other = await server.company();
    const stream = await admin.stream(`${base}/activity/events`);
    await server.scim(other.key).get('/Users');
    await server.scim(company.key).get('/Groups');
    await stream.until(() => true);
    expect(stream.events.map(({ data }) => (JSON.parse(data) as { route: string }).route)).toEqual(['/Groups']);
    stream.close();
  });
});

describe('setup links', () => {
  it('are made, listed, followed and revoked', async () => {
    const made = await admin.post(`${base}/setup-links`, { target: 'self-hosted', expires: '1h' });
    expect(made.status).toBe(201);
    const { id, url } = createdSetupLinkSchema.parse(made.body);
    const token = url.split('/').at(-1) ?? '';
    await createCaller(server.url).post('/api/setup/connect', { token, label: 'Chromium' });

    const listed = await admin.get(`${base}/setup-links`);
    expect(setupLinkListSchema.parse(listed.body).setupLinks).toMatchObject([
      { id, target: 'self-hosted', browsers: 1, revokedAt: null },
    ]);
    expect(listed.text).not.toContain(token);

    const detail = await read(setupLinkDetailSchema, `${base}/setup-links/${id}`);
    expect(detail.progress.current).toBe('secondary-domain');
    expect(detail.problem).toEqual({ code: 'secondary-domain-missing', details: { domain: 'jumpcloud.com' } });

    const stream = await admin.stream(`${base}/setup-links/${id}/events`);
    await stream.until(({ type }) => type === 'snapshot');
    expect((await admin.delete(`${base}/setup-links/${id}`)).status).toBe(204);
    expect(JSON.parse((await stream.until(({ type }) => type === 'ended')).data)).toEqual({ reason: 'revoked' });
    expect((await withToken(server, token).get('/api/setup/session')).status).toBe(401);
    expect((await read(setupLinkDetailSchema, `${base}/setup-links/${id}`)).setupLink.revokedAt).not.toBeNull();
  });

  it('say what is wrong with a target or a time', async () => {
    expect((await admin.post(`${base}/setup-links`, { target: 'moon', expires: 'soon' })).body).toMatchObject({
      errors: [{ path: 'target' }, { path: 'expires' }],
    });
    expect((await admin.post(`${base}/setup-links`, { expires: '400d' })).status).toBe(400);
    expect((await admin.delete(`${base}/setup-links/unknown`)).status).toBe(404);
  });
});

describe('the documentation', () => {
  it('is OpenAPI for programs and a page for people', async () => {
    const document = (await createCaller(server.url).get('/api/openapi.json')).body;
    expect(document).toMatchObject({ openapi: '3.1.0', servers: [{ url: server.publicUrl }] });
    const page = await createCaller(server.url).get('/docs');
    expect(page.status).toBe(200);
    expect(page.text).toContain('/api/companies/{company}/keys');
    expect(page.text).not.toMatch(/https?:\/\/(?!127\.0\.0\.1)[^"]*\.(?:js|css)|<script|\sstyle=/);
  });
});
