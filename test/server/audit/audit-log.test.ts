import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { auditLogSchema } from '../../../shared/api/audit.ts';
import { createdKeySchema } from '../../../shared/api/keys.ts';
import { createdSetupLinkSchema } from '../../../shared/api/setup-links.ts';
import { AUDITED } from '../../../server/http/record-audit.ts';
import { type Caller, createCaller, signIn, withToken } from '../kit/browser.ts';
import { startTestServer, type TestServer } from '../kit/start.ts';

let server: TestServer;
let support: Caller;
let admin: Caller;
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
});

async function log(query = '', caller = admin) {
  const answer = await caller.get(`${base}/audit-log${query}`);
  expect(answer.status).toBe(200);
  return auditLogSchema.parse(answer.body);
}

/** What was done, newest first, without when. */
async function deeds() {
  return (await log()).entries.map(({ role, by, action, subject }) => [role, by, action, subject]);
}

describe('a company’s audit log', () => {
  it('begins with the admin’s sign-in and tells who did what to what', async () => {
    await admin.post(`${base}/domain-requests`, {});
    await support.patch(`${base}/domain-requests/jumpcloud.com`, { state: 'allowed' });
    await support.delete(`${base}/domains/jumpcloud.com`);
    await support.patch(base, { plan: 'enterprise' });
    expect(await deeds()).toEqual([
      ['support', 'support@people.example', 'company-changed', 'enterprise'],
      ['support', 'support@people.example', 'domain-revoked', 'jumpcloud.com'],
      ['support', 'support@people.example', 'domain-allowed', 'jumpcloud.com'],
      ['admin', 'admin@people.example', 'domain-asked', 'jumpcloud.com'],
      ['admin', 'admin@people.example', 'signed-in', null],
    ]);
  });

  it('names keys by name and last four characters, and holds neither a key nor a link', async () => {
    const { id, key } = createdKeySchema.parse((await admin.post(`${base}/keys`, { name: 'JumpCloud' })).body);
    await admin.delete(`${base}/keys/${id}`);
    const link = createdSetupLinkSchema.parse((await admin.post(`${base}/setup-links`, {})).body);
    await admin.delete(`${base}/setup-links/${link.id}`);
    const { entries } = await log();
    expect(entries.slice(0, 4).map(({ action, subject }) => [action, subject])).toEqual([
      ['setup-link-revoked', link.id],
      ['setup-link-created', link.id],
      ['key-revoked', `JumpCloud (…${key.slice(-4)})`],
      ['key-created', `JumpCloud (…${key.slice(-4)})`],
    ]);
    expect(JSON.stringify(entries)).not.toContain(key);
    expect(JSON.stringify(entries)).not.toContain(link.url.split('/').at(-1));
  });

  it('keeps why a domain was declined', async () => {
    await admin.post(`${base}/domain-requests`, {});
    await support.patch(`${base}/domain-requests/jumpcloud.com`, { state: 'declined', reason: 'Not signed.' });
    expect((await log()).entries[0]).toMatchObject({ action: 'domain-declined', detail: 'Not signed.' });
  });

  it('names the setup link whose holder did something, and the command line', async () => {
    const { id, url } = await server.rules.setup.sessions.createLink(company.id, { target: 'self-hosted' });
    const holder = withToken(server, url.split('/').at(-1) ?? '');
    await holder.post('/api/setup/domain-request');
    await holder.post('/api/setup/key', { name: 'JumpCloud SCIM' });
    await server.admin('domain', 'allow', company.domain, 'jumpcloud.com');
    expect((await deeds()).slice(0, 3)).toEqual([
      ['operator', 'command line', 'domain-allowed', 'jumpcloud.com'],
      ['setup-link', id, 'key-created', 'JumpCloud SCIM'],
      ['setup-link', id, 'domain-asked', 'jumpcloud.com'],
    ]);
  });

  it('keeps nothing of what was refused', async () => {
    await admin.post(`${base}/domains`, { domain: 'jumpcloud.com' });
    await admin.delete(`${base}/keys/unknown`);
    expect(await deeds()).toHaveLength(1);
  });

  it('is paged, newest first', async () => {
    for (const name of ['one', 'two', 'three']) await admin.post(`${base}/keys`, { name });
    const first = await log('?limit=2');
    expect(first.entries.map(({ subject }) => subject?.split(' ')[0])).toEqual(['three', 'two']);
    const second = await log(`?limit=2&before=${String(first.next)}`);
    expect(second.entries.map(({ action }) => action)).toEqual(['key-created', 'signed-in']);
    expect(second.next).toBeNull();
    expect((await admin.get(`${base}/audit-log?limit=0`)).status).toBe(400);
  });

  it('can be read by support, and changed by nobody', async () => {
    expect((await log('', support)).entries).toHaveLength(1);
    for (const caller of [admin, support]) {
      const answers = [
        await caller.post(`${base}/audit-log`, {}),
        await caller.patch(`${base}/audit-log`, {}),
        await caller.delete(`${base}/audit-log`),
      ];
      for (const { status } of answers) expect([404, 405]).toContain(status);
    }
  });
});

it('every change that the API offers is kept or named as none', async () => {
  const { paths } = (await createCaller(server.url).get('/api/openapi.json')).body as { paths: Record<string, object> };
  const changes = Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods)
      .filter((method) => method !== 'get')
      .map((method) => `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ':$1')}`),
  );
  expect(changes.sort()).toEqual(Object.keys(AUDITED).sort());
});
