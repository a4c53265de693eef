import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCaller, withToken } from '../kit/browser.ts';
import { startTestServer, type TestServer } from '../kit/start.ts';
import { openSession } from './kit.ts';

type Document = { paths: Record<string, Record<string, { security: Record<string, unknown>[] }>> };

let server: TestServer;
beforeAll(async () => (server = await startTestServer()));
afterAll(() => server.close());

/** What server/README.md says that the holder of a setup link may do. */
const MAY = [
  'GET /api/setup/session',
  'GET /api/setup/events',
  'POST /api/setup/evidence',
  'POST /api/setup/test-address',
  'POST /api/setup/domain-request',
  'POST /api/setup/key',
  'DELETE /api/setup/browsers/{browser}',
  'POST /api/setup/sharing',
  'DELETE /api/setup/sharing',
  'DELETE /api/setup/messages/{message}',
];

async function operations() {
  const { paths } = (await createCaller(server.url).get('/api/openapi.json')).body as Document;
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { security }]) => ({ method: method.toUpperCase(), path, security })),
  );
}

describe('the holder of a setup link', () => {
  it('may do what the README lists, and nothing else', async () => {
    const forHolders = (await operations()).filter(({ security }) => security.some((one) => 'setupToken' in one));
    expect(forHolders.map(({ method, path }) => `${method} ${path}`).sort()).toEqual([...MAY].sort());
  });

  it('is nobody to every operation for people, and to SCIM', async () => {
    const { token, companyId, linkId } = await openSession(server);
    for (const { method, path, security } of await operations()) {
      if (!security.some((scheme) => 'signIn' in scheme)) continue;
      const filled = path
        .replace('{company}', companyId)
        .replace('{link}', linkId)
        .replace(/\{\w+\}/g, 'unknown');
      const response = await fetch(server.url + filled, { method, headers: { Authorization: `Bearer ${token}` } });
      expect(response.status, `${method} ${path}`).toBe(401);
    }
    expect((await server.scim(token).get('/Users')).status).toBe(401);
  });

  it('learns of the company its name, plan and domains, of calls no user, and of keys nothing but their last characters', async () => {
    const { token, key, domain } = await openSession(server);
    const created = await server.scim(key).post('/Users', { userName: `ana@${domain}`, displayName: 'Ana Lee' });
    await server.rules.activity.flush();
    const answer = await withToken(server, token).get('/api/setup/session');
    const { company } = answer.body as { company: Record<string, unknown> };
    const known = ['allowedDomains', 'eligible', 'id', 'name', 'plan', 'primaryDomain', 'product'];
    expect(Object.keys(company).filter((name) => !known.includes(name))).toEqual(
      Object.keys(company).includes('domainRequest') ? ['domainRequest'] : [],
    );
    for (const secret of [key, 'ana@', 'Ana', created.body.id ?? '']) expect(answer.text).not.toContain(secret);
    expect(answer.text).toContain(key.slice(-4));
  });

  it('creates a key in a self-hosted session only', async () => {
    const { token } = await openSession(server);
    expect((await withToken(server, token).post('/api/setup/key', { name: 'JumpCloud' })).status).toBe(403);
  });
});
