import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fingerprint } from '../../../shared/fingerprint.ts';
import { startTestServer, type TestServer } from '../kit/start.ts';

describe('authentication by API key', () => {
  let server: TestServer;
  let now = new Date('2026-03-01T00:00:00.000Z');

  beforeAll(async () => (server = await startTestServer({ now: () => now })));
  afterAll(() => server.close());

  it('takes the scheme in any case', async () => {
    const { key } = await server.company();
    const answer = await server.scim(null).get('/Users', { Authorization: `bEaReR ${key}` });
    expect(answer.status).toBe(200);
  });

  it.each(['/Users', '/ServiceProviderConfig', '/Schemas', '/nothing'])('asks for a key at %s', async (path) => {
    const answer = await server.scim(null).get(path);
    expect(answer.status).toBe(401);
    expect(answer.headers.get('www-authenticate')).toMatch(/^Bearer/);
    expect(answer.body).toMatchObject({ status: '401' });
  });

  it('tells an unknown, a revoked and an expired key apart', async () => {
    const company = await server.company();
    const record = await server.rules.companies.find(company.id);
    const short = await server.rules.keys.create(record, { name: 'short', createdBy: 'test', expiresInMs: 1000 });
    const revoked = await server.company();
    await server.rules.keys.revoke(revoked.id, revoked.keyId);
    now = new Date(now.getTime() + 2000);
    const ask = async (key: string) => (await server.scim(key).get('/Users')).body;
    expect(await ask('a-real-dialpad-key')).toMatchObject({ status: '401', detail: /does not know/ });
    expect(await ask(revoked.key)).toMatchObject({ status: '401', detail: /revoked/ });
    expect(await ask(short.secret.reveal())).toMatchObject({ status: '401', detail: /expired/ });
    await server.rules.activity.flush();
    expect((await server.rules.activity.latest(revoked.id, 1))[0]).toMatchObject({
      kind: 'refused',
      reason: 'key-revoked',
    });
    expect((await server.rules.activity.latest(company.id, 1))[0]).toMatchObject({
      kind: 'refused',
      reason: 'key-expired',
    });
  });

  it('remembers the fingerprint, and nothing more, of a key that nobody knows', async () => {
    await server.scim('a-foreign-key').get('/Users/somebody@x.example');
    await server.rules.activity.flush();
    const calls = await server.rules.activity.refusedWith([await fingerprint('a-foreign-key')], '');
    expect(calls).toEqual([
      {
        time: now.toISOString(),
        route: '/Users/{id}',
        status: 401,
        fingerprint: await fingerprint('a-foreign-key'),
        elsewhere: false,
      },
    ]);
  });

  it('answers 403 when the company’s plan may no longer use SCIM', async () => {
    const { id, key } = await server.company();
    expect((await server.scim(key).get('/Users')).status).toBe(200);
    await server.rules.companies.update(id, { plan: 'standard' });
    const answer = await server.scim(key).get('/Users');
    expect(answer.status).toBe(403);
    expect(answer.body.detail).toContain('Pro or Enterprise');
    await server.rules.activity.flush();
    expect((await server.rules.activity.latest(id, 1))[0]).toMatchObject({
      kind: 'refused',
      reason: 'plan-not-eligible',
    });
  });

  it('answers 403 when the key lacks the scope', async () => {
    const company = await server.company();
    const record = await server.rules.companies.find(company.id);
    const { secret } = await server.rules.keys.create(record, {
      name: 'reader',
      createdBy: 'test',
      scopes: ['users:read'],
    });
    const scim = server.scim(secret.reveal());
    expect((await scim.get('/Users')).status).toBe(200);
    const refused = await scim.post('/Users', { userName: `a@${company.domain}` });
    expect(refused.status).toBe(403);
    expect(refused.body.detail).toContain('users:write');
  });

  it('counts a revocation and a change of plan at once', async () => {
    const { id, key, keyId } = await server.company();
    await server.scim(key).get('/Users');
    await server.rules.keys.revoke(id, keyId);
    expect((await server.scim(key).get('/Users')).status).toBe(401);
  });

  it('notes the last use, at most once a minute', async () => {
    const { id, key } = await server.company();
    const lastUse = async () => (await server.rules.keys.list(id))[0]?.lastUsedAt;
    const use = async () => {
      await server.scim(key).get('/Users');
      await server.rules.keys.close();
    };
    const first = now.toISOString();
    await use();
    now = new Date(now.getTime() + 30_000);
    await use();
    expect(await lastUse()).toBe(first);
    now = new Date(now.getTime() + 31_000);
    await use();
    expect(await lastUse()).toBe(now.toISOString());
  });
});
