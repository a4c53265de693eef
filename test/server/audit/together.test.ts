import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { auditLogSchema } from '../../../shared/api/audit.ts';
import { createdKeySchema } from '../../../shared/api/keys.ts';
import { type Caller, createCaller, signIn, withToken } from '../kit/browser.ts';
import { startTestServer, type TestServer } from '../kit/start.ts';

let server: TestServer;
let support: Caller;
let admin: Caller;
let holder: Caller;
let company: Awaited<ReturnType<TestServer['company']>>;
let base: string;
let linkId: string;
let keyId: string;
let messageId: string;
let browserId: string;
let personId: string;

beforeAll(async () => {
  server = await startTestServer();
  support = await signIn(server, 'support');
  company = await server.company({ allowed: ['second.example'] });
  base = `/api/companies/${company.id}`;
  admin = await signIn(server, 'admin', company.id);
  const link = await server.rules.setup.sessions.createLink(company.id, { target: 'self-hosted' });
  linkId = link.id;
  holder = withToken(server, link.url.split('/').at(-1) ?? '');
  const { access } = await server.rules.setup.sessions.connect(link.url.split('/').at(-1) ?? '', 'Chromium');
  browserId = access.browserId ?? '';
  await holder.post('/api/setup/sharing');
  await admin.post(`${base}/domain-requests`, { domain: 'third.example' });
  keyId = createdKeySchema.parse((await admin.post(`${base}/keys`, { name: 'Spare' })).body).id;
  messageId = ((await support.post(`${base}/setup-links/${linkId}/messages`, { text: 'Hello' })).body as { id: string })
    .id;
  personId = ((await admin.post(`${base}/people`, { email: 'eve@people.example' })).body as { person: string }).person;
});
afterAll(() => server.close());

/** Everything of the company that people can change, as its admin reads it. */
async function everything(): Promise<unknown[]> {
  const paths = ['', '/domains', '/domain-requests', '/keys', '/setup-links', `/setup-links/${linkId}`, '/people'];
  const answers = await Promise.all(paths.map((path) => admin.get(base + path)));
  // As it is stored: what the server remembers of a company is not asked.
  const stored = await server.rules.companies.find(company.id);
  const bodies = answers.map(({ body }) => body);
  return JSON.parse(
    JSON.stringify([stored, ...bodies], (name, value: unknown) => (name === 'now' ? null : value)),
  ) as unknown[];
}

async function entries(): Promise<number> {
  const answer = await admin.get(`${base}/audit-log?limit=100`);
  return auditLogSchema.parse(answer.body).entries.length;
}

const renamed = (from: string, to: string) => server.database.write.schema.renameTable(from, to);

const CHANGES: [string, () => Promise<{ status: number }>][] = [
  ['changing the plan', () => support.patch(base, { plan: 'enterprise' })],
  ['changing a setting', () => admin.patch(`${base}/settings`, { onDelete: 'keep' })],
  ['allowing a domain', () => support.post(`${base}/domains`, { domain: 'fourth.example' })],
  ['revoking a domain', () => support.delete(`${base}/domains/second.example`)],
  ['asking for a domain', () => admin.post(`${base}/domain-requests`, {})],
  [
    'declining a domain',
    () => support.patch(`${base}/domain-requests/third.example`, { state: 'declined', reason: 'No.' }),
  ],
  ['allowing what was asked for', () => support.patch(`${base}/domain-requests/third.example`, { state: 'allowed' })],
  ['creating a key', () => admin.post(`${base}/keys`, { name: 'JumpCloud' })],
  ['rotating a key', () => admin.post(`${base}/keys/${keyId}/rotate`, { overlap: '1h' })],
  ['revoking a key', () => admin.delete(`${base}/keys/${keyId}`)],
  ['making a setup link', () => admin.post(`${base}/setup-links`, {})],
  ['sending a message', () => support.post(`${base}/setup-links/${linkId}/messages`, { text: 'Look here' })],
  ['removing a browser', () => support.delete(`${base}/setup-links/${linkId}/browsers/${browserId}`)],
  ['ending to share a session', () => holder.delete('/api/setup/sharing')],
  ['revoking a setup link', () => admin.delete(`${base}/setup-links/${linkId}`)],
  ['a key of the setup link', () => holder.post('/api/setup/key', { name: 'JumpCloud' })],
  ['inviting a person', () => admin.post(`${base}/people`, { email: 'new@people.example' })],
  ['disabling a person', () => admin.patch(`${base}/people/${personId}`, { disabled: true })],
  ['removing a person', () => admin.delete(`${base}/people/${personId}`)],
];

describe('when the audit log cannot be written', () => {
  beforeAll(() => renamed('audit_log', 'audit_log_away'));
  afterAll(() => renamed('audit_log_away', 'audit_log'));

  it.each(CHANGES)('%s is refused and not done', async (_what, change) => {
    const before = await everything();
    expect((await change()).status).toBeGreaterThanOrEqual(500);
    expect(await everything()).toEqual(before);
  });

  it('nobody becomes an admin by a link, which stays good for later', async () => {
    const { url } = await server.rules.people.invite('later@people.example', 'admin', company.id);
    const opened = await createCaller(server.url).post(new URL(url).pathname);
    expect(opened.status).toBeGreaterThanOrEqual(500);
    expect(opened.headers.getSetCookie()).toEqual([]);
    expect(await server.rules.people.invited(new URL(url).pathname.split('/').at(-1) ?? '')).toMatchObject({
      email: 'later@people.example',
    });
  });

  it('support sees nothing of a shared session that they had not opened before', async () => {
    const other = await signIn(server, 'support');
    expect((await other.get(`${base}/setup-links/${linkId}`)).status).toBeGreaterThanOrEqual(500);
  });
});

describe('once it can', () => {
  it('each of them leaves one entry, and doing it again leaves none where nothing changes', async () => {
    const before = await entries();
    await support.patch(base, { plan: 'enterprise' });
    expect(await entries()).toBe(before + 1);
    await admin.delete(`${base}/keys/${keyId}`);
    await admin.delete(`${base}/keys/${keyId}`);
    await holder.post('/api/setup/sharing');
    expect(await entries()).toBe(before + 2);
    expect((await admin.delete(`${base}/setup-links/${linkId}/messages/${messageId}`)).status).toBe(204);
    expect(await entries()).toBe(before + 2);
  });
});
