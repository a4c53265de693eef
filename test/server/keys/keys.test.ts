import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { apiKeyKind } from '../../../shared/api-key.ts';
import { startTestServer, type TestServer } from '../kit/start.ts';
import { until } from '../kit/until.ts';

describe('API keys', () => {
  let server: TestServer;
  let now = new Date('2026-03-01T00:00:00.000Z');
  beforeAll(async () => (server = await startTestServer({ now: () => now })));
  afterAll(() => server.close());

  const use = async (key: string) => (await server.scim(key).get('/Users')).status;

  it('have the form that scanners and people know, with a checksum', async () => {
    const { key } = await server.company();
    expect(key).toMatch(/^dpk_[0-9A-Za-z]{40}$/);
    expect(apiKeyKind(key)).toBe('ours');
  });

  it('have the default scopes, and are kept as a hash only', async () => {
    const { id, key } = await server.company();
    const [kept] = await server.rules.keys.list(id);
    expect(kept).toMatchObject({
      name: 'JumpCloud',
      last4: key.slice(-4),
      scopes: ['users:read', 'users:write', 'groups:read', 'groups:write'],
      expiresAt: null,
      lastUsedAt: null,
      revokedAt: null,
    });
    expect(await server.store.text()).not.toContain(key.slice(4, 38));
  });

  it('rotate: the new one works at once, the old one until the overlap ends', async () => {
    const { id, key, keyId } = await server.company();
    const company = await server.rules.companies.find(id);
    const { key: fresh, secret } = await server.rules.keys.rotate(company, keyId, {
      overlapMs: 3_600_000,
      createdBy: 'test',
    });
    expect(fresh).toMatchObject({ name: 'JumpCloud', expiresAt: null });
    expect([await use(key), await use(secret.reveal())]).toEqual([200, 200]);
    now = new Date(now.getTime() + 3_600_001);
    expect([await use(key), await use(secret.reveal())]).toEqual([401, 200]);
    await expect(
      server.rules.keys.rotate(company, keyId, { overlapMs: 1000, createdBy: 'test' }),
    ).rejects.toMatchObject({ status: 409 });
  });

  it.each([
    ['for good', null],
    ['for 90 days', 90 * 86_400_000],
  ])(
    'rotate again within the overlap, when the new one got lost: the next works %s as the first did',
    async (_, life) => {
      const company = await server.rules.companies.find((await server.company()).id);
      const { keys } = server.rules;
      const { key } = await keys.create(company, { name: 'Lost', createdBy: 'test', expiresInMs: life });
      const end = life === null ? null : new Date(now.getTime() + life).toISOString();
      const rotate = (overlapMs: number) => keys.rotate(company, key.id, { overlapMs, createdBy: 'test' });
      expect((await rotate(3_600_000)).key.expiresAt).toBe(end);
      expect((await rotate(7_200_000)).key.expiresAt).toBe(end);
      const kept = (await keys.list(company.id)).find(({ id }) => id === key.id);
      expect(kept?.expiresAt).toBe(new Date(now.getTime() + 3_600_000).toISOString());
    },
  );

  it('are revoked at once, twice without harm, and only by their own company', async () => {
    const [one, other] = [await server.company(), await server.company()];
    await expect(server.rules.keys.revoke(other.id, one.keyId)).rejects.toMatchObject({ status: 404 });
    expect(await use(one.key)).toBe(200);
    const { revokedAt } = await server.rules.keys.revoke(one.id, one.keyId);
    expect(await use(one.key)).toBe(401);
    expect((await server.rules.keys.revoke(one.id, one.keyId)).revokedAt).toBe(revokedAt);
  });

  it('that another process revokes are refused within a second', async () => {
    const { id, key, keyId } = await server.company();
    const other = await startTestServer({ store: server.store });
    expect(await use(key)).toBe(200);
    await other.rules.keys.revoke(id, keyId);
    const begun = performance.now();
    await until(async () => (await use(key)) === 401);
    expect(performance.now() - begun).toBeLessThan(1000);
    await other.close();
  });
});
