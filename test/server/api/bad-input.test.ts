import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Caller, signIn, withToken } from '../kit/browser.ts';
import { startTestServer, type TestServer } from '../kit/start.ts';

let server: TestServer;
let support: Caller;
let admin: Caller;
let base: string;
let id: string;
let key: string;

beforeAll(async () => {
  server = await startTestServer();
  ({ id, key } = await server.company());
  base = `/api/companies/${id}`;
  support = await signIn(server, 'support');
  admin = await signIn(server, 'admin', id);
});
afterAll(() => server.close());

describe('a NUL, which PostgreSQL cannot hold', () => {
  it('in the path names nothing: 404', async () => {
    for (const answer of [
      await support.get('/api/companies/%00'),
      await admin.get(`${base}/users/%00`),
      await admin.post(`${base}/keys/%00/rotate`, { overlap: '1h' }),
      await admin.delete(`${base}/keys/%00`),
      await admin.patch(`${base}/people/%00`, { disabled: true }),
      await admin.delete(`${base}/people/%00`),
      await admin.get(`${base}/setup-links/%00`),
      await admin.delete(`${base}/setup-links/%00`),
      await support.patch(`${base}/domain-requests/%00`, { state: 'allowed' }),
      await support.delete(`${base}/domains/%00`),
      await admin.delete('/api/sign-ins/%00'),
    ]) {
      expect(answer.status, answer.text).toBe(404);
    }
  });

  it('in a query or a body is 400 that says where', async () => {
    await admin.post(`${base}/domain-requests`, {});
    const { url } = await server.rules.setup.sessions.createLink(id, { target: 'self-hosted' });
    const token = url.split('/').at(-1) ?? '';
    const holder = withToken(server, token);
    const seen = { step: 'eligibility', fact: 'done', seenBy: 'page', fingerprint: null, ageMs: 0 };
    const asked: [string, { status: number; body: unknown; text: string }][] = [
      ['user', await admin.get(`${base}/activity?user=%00`)],
      ['user', await admin.get(`${base}/activity/events?user=%00`)],
      ['user', await admin.get(`${base}/activity/export?user=%00`)],
      ['search', await support.get('/api/companies?search=%00')],
      ['after', await support.get('/api/companies?after=%00')],
      ['search', await admin.post(`${base}/users/search`, { search: 'a\0' })],
      ['after', await admin.post(`${base}/users/search`, { state: 'removed', after: '\0' })],
      ['name', await admin.post(`${base}/keys`, { name: 'a\0b' })],
      ['name', await support.patch(base, { name: 'a\0b' })],
      ['reason', await support.patch(`${base}/domain-requests/jumpcloud.com`, { state: 'declined', reason: 'x\0' })],
      ['label', await holder.post('/api/setup/connect', { token, label: 'a\0b' })],
      ['evidence.0.note', await holder.post('/api/setup/evidence', { evidence: [{ ...seen, note: 'a\0b' }] })],
      ['name', await holder.post('/api/setup/key', { name: 'a\0b' })],
    ];
    for (const [path, { status, body, text }] of asked) {
      expect(status, text).toBe(400);
      expect(body).toMatchObject({ code: 'invalid', errors: [{ path, message: 'A NUL cannot be stored.' }] });
    }
  });
});

describe('ids beyond what a column holds', () => {
  it('name no call: 404', async () => {
    expect((await admin.get(`${base}/activity/999999999999999`)).status).toBe(404);
  });

  it('have every call and entry before them, and none behind', async () => {
    await server.scim(key).get('/Users');
    await server.rules.activity.flush();
    const before = Number.MAX_SAFE_INTEGER;
    const calls = (await admin.get(`${base}/activity?before=${before}`)).body;
    expect(calls).toMatchObject({ activity: [{ route: '/Users' }] });
    const entries = (await admin.get(`${base}/audit-log?before=${before}`)).body;
    expect(entries).toEqual((await admin.get(`${base}/audit-log`)).body);
    expect(await server.rules.activity.since(id, { afterId: before }, 1)).toEqual([]);
  });
});
