import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connectedSchema } from '../../../shared/api/setup.ts';
import { createCaller, withToken } from '../kit/browser.ts';
import { startTestServer, type TestServer } from '../kit/start.ts';
import { connect, evidence, openSession, sessionOf } from './kit.ts';

let server: TestServer;
let clock = Date.now();
beforeAll(async () => {
  server = await startTestServer({ now: () => new Date(clock) });
});
afterAll(() => server.close());

const nobody = () => createCaller(server.url);

describe('a setup link', () => {
  it('connects several browsers, each listed and removable', async () => {
    const { token } = await openSession(server);
    const first = await connect(server, token, 'Chromium at work');
    clock += 1000;
    const second = await connect(server, token, 'Firefox at home');
    const { browsers } = await sessionOf(first);
    expect(browsers.map(({ label }) => label)).toEqual(['Chromium at work', 'Firefox at home']);

    const removed = await first.delete(`/api/setup/browsers/${browsers[1]?.id ?? ''}`);
    expect(removed.status).toBe(204);
    expect((await second.get('/api/setup/session')).body).toMatchObject({ status: 401, code: 'session-expired' });
    expect((await sessionOf(first)).browsers).toHaveLength(1);
  });

  it('opens the session by its own token too, for the page behind it', async () => {
    const { token, companyId, domain } = await openSession(server);
    const snapshot = await sessionOf(withToken(server, token));
    expect(snapshot.company).toMatchObject({ id: companyId, primaryDomain: domain, eligible: true });
    expect(snapshot).toMatchObject({ baseUrl: `${server.publicUrl}/scim/v2`, reachable: false, firstUserAt: null });
  });

  it('counts no user that was there before it, whatever the clock did to the order of ids', async () => {
    const company = await server.company();
    const scim = server.scim(company.key);
    const AHEAD = 600_000;
    clock += AHEAD;
    expect((await scim.post('/Users', {})).status).toBe(400);
    clock -= AHEAD;
    expect((await scim.post('/Users', { userName: `ana@${company.domain}` })).status).toBe(201);
    clock += 1_000;
    const { url } = await server.rules.setup.sessions.createLink(company.id, { target: 'server' });
    const browser = await connect(server, url.split('/').at(-1) ?? '');
    expect((await sessionOf(browser)).firstUserAt).toBeNull();
    clock += 1_000;
    await scim.post('/Users', { userName: `eva@${company.domain}` });
    expect((await sessionOf(browser)).firstUserAt).toBe(new Date(clock).toISOString());
  });

  it('is given to a company whose plan has no SCIM', async () => {
    const company = await server.company();
    await server.rules.companies.update(company.id, { plan: 'standard' });
    const { url } = await server.rules.setup.sessions.createLink(company.id, { target: 'server' });
    const browser = await connect(server, url.split('/').at(-1) ?? '');
    expect((await sessionOf(browser)).company.eligible).toBe(false);
  });

  it('names Dialpad’s own address in a session that ends there', async () => {
    const { token } = await openSession(server, 'dialpad');
    expect(await sessionOf(withToken(server, token))).toMatchObject({
      baseUrl: 'https://dialpad.com/scim',
      reachable: true,
    });
  });

  it('opens nothing after it expired, for connected browsers either', async () => {
    const { token } = await openSession(server, 'server', 60_000);
    const browser = await connect(server, token);
    clock += 60_000;
    for (const caller of [browser, withToken(server, token)]) {
      expect((await caller.get('/api/setup/session')).body).toMatchObject({ status: 401, code: 'session-expired' });
    }
    const again = await nobody().post('/api/setup/connect', { token, label: 'x' });
    expect(again.body).toMatchObject({
      status: 401,
      code: 'session-expired',
      detail: expect.stringContaining('expired') as unknown,
    });
  });

  it.each(['id', 'link'] as const)('opens nothing after it was revoked by its %s', async (by) => {
    const opened = await openSession(server);
    const browser = await connect(server, opened.token);
    await server.rules.setup.sessions.revokeLink(opened.companyId, by === 'id' ? opened.linkId : opened.link);
    expect((await browser.get('/api/setup/session')).status).toBe(401);
    expect((await nobody().post('/api/setup/connect', { token: opened.token, label: 'x' })).body).toMatchObject({
      code: 'session-expired',
      detail: expect.stringContaining('revoked') as unknown,
    });
  });

  it('is not revoked by another company', async () => {
    const mine = await openSession(server);
    const other = await server.company();
    await expect(server.rules.setup.sessions.revokeLink(other.id, mine.link)).rejects.toMatchObject({ status: 404 });
    await expect(server.rules.setup.sessions.revokeLink(other.id, mine.linkId)).rejects.toMatchObject({ status: 404 });
    expect((await withToken(server, mine.token).get('/api/setup/session')).status).toBe(200);
  });

  it('is not replaced by the token of a connected browser', async () => {
    const { token } = await openSession(server);
    const browser = await connect(server, token);
    const answer = await nobody().post('/api/setup/connect', { token: browser.token, label: 'x' });
    expect(answer.status).toBe(401);
  });
});

describe('the setup API', () => {
  it.each([
    ['GET', '/api/setup/session'],
    ['GET', '/api/setup/events'],
    ['POST', '/api/setup/evidence'],
    ['POST', '/api/setup/test-address'],
    ['POST', '/api/setup/key'],
    ['DELETE', '/api/setup/browsers/1'],
  ])('answers 401 session-expired to %s %s without a token that opens a session', async (method, path) => {
    const nobodys: Record<string, string>[] = [{}, { Authorization: 'Bearer nothing' }];
    for (const headers of nobodys) {
      const response = await fetch(server.url + path, { method, headers });
      expect(response.status).toBe(401);
      expect(response.headers.get('Content-Type')).toBe('application/problem+json');
      expect(response.headers.get('Access-Control-Allow-Origin')).toBe('*');
      expect(await response.json()).toMatchObject({ code: 'session-expired' });
    }
  });

  it('answers the browser’s question before a call, for any origin and without credentials', async () => {
    const response = await fetch(`${server.url}/api/setup/events`, {
      method: 'OPTIONS',
      headers: {
        Origin: 'chrome-extension://abcdef',
        'Access-Control-Request-Method': 'GET',
        'Access-Control-Request-Headers': 'authorization,last-event-id',
      },
    });
    expect(response.status).toBe(204);
    expect(response.headers.get('Access-Control-Allow-Origin')).toBe('*');
    expect(response.headers.get('Access-Control-Allow-Headers')).toMatch(/Authorization.*Last-Event-ID/i);
    expect(response.headers.get('Access-Control-Allow-Credentials')).toBeNull();
  });

  it('lists every issue of a body at once', async () => {
    const answer = await nobody().post('/api/setup/connect', { token: '' });
    expect(answer.status).toBe(400);
    expect(answer.body).toMatchObject({ errors: [{ path: 'token' }, { path: 'label' }] });
  });

  it('stops who tries links that open nothing, and nobody else', async () => {
    const own = await startTestServer();
    const { token } = await openSession(own);
    const guess = () => createCaller(own.url).post('/api/setup/connect', { token: 'guess', label: 'x' });
    const answers = await Promise.all(Array.from({ length: 30 }, guess));
    expect(answers.map(({ status }) => status)).not.toContain(429);
    const stopped = await guess();
    expect(stopped.status).toBe(429);
    expect(Number(stopped.headers.get('Retry-After'))).toBeGreaterThan(0);
    expect((await withToken(own, token).get('/api/setup/session')).status).toBe(200);
    await own.close();
  });

  it('shows the session with the answer to connect', async () => {
    const { token, linkId } = await openSession(server);
    const answer = await nobody().post('/api/setup/connect', { token, label: ' ' });
    expect(connectedSchema.parse(answer.body).snapshot.session).toMatchObject({ id: linkId, target: 'server' });
    expect(answer.headers.get('Cache-Control')).toBe('no-store');
  });
});

describe('evidence', () => {
  it('is stamped with the server’s clock less its age, and never before the session', async () => {
    const { token } = await openSession(server);
    const browser = await connect(server, token);
    clock += 10_000;
    const reported = await browser.post('/api/setup/evidence', {
      evidence: [
        {
          step: 'jumpcloud.activate',
          fact: 'pressed',
          seenBy: 'page',
          note: null,
          fingerprint: 'aaaabbbbccccdddd',
          ageMs: 4000,
        },
        { step: 'jumpcloud.save', fact: 'done', seenBy: 'admin', note: null, fingerprint: null, ageMs: 86_000_000 },
      ],
    });
    expect(reported.status).toBe(204);
    const { evidence: kept, session } = await sessionOf(browser);
    expect(kept.map(({ step, at }) => [step, at])).toEqual([
      ['jumpcloud.save', session.createdAt],
      ['jumpcloud.activate', new Date(clock - 4000).toISOString()],
    ]);
  });

  it('shows the newest of each fact of a step', async () => {
    const { token } = await openSession(server);
    const browser = await connect(server, token);
    for (const note of ['first', 'second', 'third']) {
      clock += 1000;
      await browser.post('/api/setup/evidence', evidence({ step: 'jumpcloud.activate', fact: 'page-failed', note }));
    }
    expect((await sessionOf(browser)).evidence.map(({ note }) => note)).toEqual(['third']);
  });

  it('keeps no key and nobody’s name that a page’s message held', async () => {
    const { token, key } = await openSession(server);
    const browser = await connect(server, token);
    const note = `ana.lee@acme.example could not be made with ${key}`;
    await browser.post('/api/setup/evidence', evidence({ step: 'jumpcloud.activate', fact: 'page-failed', note }));
    expect((await sessionOf(browser)).evidence[0]?.note).toBe('…@acme.example could not be made with dpk_…');
  });

  it('refuses what no page can have seen', async () => {
    const { token } = await openSession(server);
    const browser = await connect(server, token);
    const answer = await browser.post('/api/setup/evidence', {
      evidence: [{ step: 'no-step', fact: 'done', seenBy: 'server', note: null, fingerprint: 'x', ageMs: -1 }],
    });
    expect(answer.body).toMatchObject({
      status: 400,
      errors: [
        { path: 'evidence.0.step' },
        { path: 'evidence.0.seenBy' },
        { path: 'evidence.0.fingerprint' },
        { path: 'evidence.0.ageMs' },
      ],
    });
  });

  it('stays with its session', async () => {
    const one = await openSession(server);
    const other = await openSession(server);
    await withToken(server, one.token).post(
      '/api/setup/evidence',
      evidence({ step: 'dialpad.save-key', fact: 'done' }),
    );
    expect((await sessionOf(withToken(server, other.token))).evidence).toEqual([]);
  });
});

describe('test addresses', () => {
  it('are fresh, on the primary domain, and make the account a test user', async () => {
    const { token, domain, key, companyId } = await openSession(server);
    const browser = await connect(server, token);
    const [first, second] = [
      await browser.post('/api/setup/test-address'),
      await browser.post('/api/setup/test-address'),
    ];
    const { testAddresses } = await sessionOf(browser);
    expect(testAddresses).toHaveLength(2);
    expect([first.body, second.body]).toEqual(expect.arrayContaining(testAddresses.map((address) => ({ address }))));
    expect(testAddresses[0]).toMatch(new RegExp(`^jumpcloud-test-[0-9a-f]{8}@${domain.replaceAll('.', '\\.')}$`));

    const userName = (testAddresses[0] ?? '').toUpperCase();
    const created = await server.scim(key).post('/Users', {
      schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'],
      userName,
      name: { givenName: 'Some', familyName: 'Body' },
    });
    expect(created.status).toBe(201);
    expect((await sessionOf(browser)).firstUserAt).toBeNull();
    expect(
      await server.rules.overview.page(companyId, {
        search: null,
        state: 'present',
        from: null,
        limit: 10,
      }),
    ).toMatchObject({ users: [], total: 0 });
  });
});

describe('the key of a self-hosted session', () => {
  it('is issued once; one that was never used is replaced', async () => {
    const { token, companyId } = await openSession(server, 'self-hosted');
    const browser = await connect(server, token);
    const first = (await browser.post('/api/setup/key', { name: 'JumpCloud' })).body as { key: string };
    const second = (await browser.post('/api/setup/key', { name: 'JumpCloud' })).body as { key: string };
    expect(first.key).toMatch(/^dpk_[0-9A-Za-z]{40}$/);
    expect((await server.scim(first.key).get('/Users')).status).toBe(401);
    expect((await server.scim(second.key).get('/Users')).status).toBe(200);

    await expect.poll(() => issued(companyId, second.key).then((key) => key?.lastUsedAt)).toBeTruthy();
    const third = await browser.post('/api/setup/key', { name: 'JumpCloud' });
    expect(third.body).toMatchObject({ status: 409, detail: expect.stringContaining(second.key.slice(-4)) as unknown });
    expect((await server.scim(second.key).get('/Users')).status).toBe(200);
  });

  it('is issued again after an admin revoked it', async () => {
    const { token, companyId } = await openSession(server, 'self-hosted');
    const browser = await connect(server, token);
    const { key } = (await browser.post('/api/setup/key', { name: 'JumpCloud' })).body as { key: string };
    await server.scim(key).get('/Users');
    await server.rules.keys.revoke(companyId, (await issued(companyId, key))?.id ?? '');
    expect((await browser.post('/api/setup/key', { name: 'JumpCloud' })).status).toBe(201);
  });

  it('is one, whatever several browsers ask at once', async () => {
    const { token, companyId } = await openSession(server, 'self-hosted');
    const browser = await connect(server, token);
    await Promise.all(Array.from({ length: 4 }, () => browser.post('/api/setup/key', { name: 'from the session' })));
    const made = (await server.rules.keys.list(companyId)).filter(({ name }) => name === 'from the session');
    expect(made.filter(({ revokedAt }) => revokedAt === null)).toHaveLength(1);
  });

  it('is refused where Dialpad issues it, and to a plan without SCIM', async () => {
    const dialpads = await openSession(server);
    expect((await withToken(server, dialpads.token).post('/api/setup/key', { name: 'x' })).status).toBe(403);
    const own = await openSession(server, 'self-hosted');
    await server.rules.companies.update(own.companyId, { plan: 'standard' });
    const refused = await withToken(server, own.token).post('/api/setup/key', { name: 'x' });
    expect(refused.body).toMatchObject({ status: 403, detail: expect.stringContaining('plan') as unknown });
  });
});

async function issued(companyId: string, key: string) {
  return (await server.rules.keys.list(companyId)).find(({ last4 }) => key.endsWith(last4));
}

describe('secrets', () => {
  it('are in neither the database nor the log', async () => {
    const { token } = await openSession(server, 'self-hosted');
    const browser = await connect(server, token);
    const { key } = (await browser.post('/api/setup/key', { name: 'JumpCloud' })).body as { key: string };
    await server.scim(key).get('/Users');
    await nobody().get(`/setup/${token}`);
    await server.rules.activity.flush();
    const kept = await server.store.text();
    for (const secret of [token, browser.token, key]) {
      expect(kept).not.toContain(secret);
      expect(server.log()).not.toContain(secret);
    }
  });
});

describe('a target that nothing stands behind yet', () => {
  it('is refused with what to use instead', async () => {
    const { id } = await server.company();
    const made = server.rules.setup.sessions.createLink(id, { target: 'pass-through' });
    await expect(made).rejects.toThrow(/connector.*not built yet.*server.*self-hosted.*dialpad/s);
  });
});
