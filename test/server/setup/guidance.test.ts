import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { auditLogSchema } from '../../../shared/api/audit.ts';
import { setupLinkDetailSchema } from '../../../shared/api/setup-links.ts';
import { type Caller, signIn, withToken } from '../kit/browser.ts';
import { startTestServer, type TestServer } from '../kit/start.ts';
import { evidence, openSession, sessionOf, snapshotIn, type Opened } from './kit.ts';

let server: TestServer;
let support: Caller;
let admin: Caller;
let holder: Caller;
let opened: Opened;
let path: string;

beforeAll(async () => {
  server = await startTestServer();
  support = await signIn(server, 'support');
});
afterAll(() => server.close());

beforeEach(async () => {
  opened = await openSession(server);
  path = `/api/companies/${opened.companyId}/setup-links/${opened.linkId}`;
  admin = await signIn(server, 'admin', opened.companyId);
  holder = withToken(server, opened.token);
});

const guidance = async () => (await sessionOf(holder)).guidance;

async function audited(): Promise<(string | null)[][]> {
  const answer = await admin.get(`/api/companies/${opened.companyId}/audit-log`);
  return auditLogSchema.parse(answer.body).entries.map(({ by, action, detail }) => [by, action, detail]);
}

describe('a setup session that is not shared', () => {
  it('shows support nothing but its line in the list', async () => {
    for (const part of ['', '/events', '/report']) {
      expect((await support.get(path + part)).body, part).toMatchObject({ status: 403, code: 'not-shared' });
    }
    expect((await support.post(`${path}/messages`, { text: 'Hello' })).status).toBe(403);
    const list = await support.get(`/api/companies/${opened.companyId}/setup-links`);
    expect(list.body).toMatchObject({ setupLinks: [{ id: opened.linkId }] });
    expect(await guidance()).toBeNull();
  });

  it('can be shared by its admin and by the holder of its link, not by support', async () => {
    expect((await support.post(`${path}/sharing`)).body).toMatchObject({ status: 403, code: 'admin-only' });
    expect((await admin.post(`${path}/sharing`)).status).toBe(204);
    expect(await guidance()).toMatchObject({ sharedBy: 'admin@people.example', watching: [], messages: [] });
    expect((await holder.delete('/api/setup/sharing')).status).toBe(204);
    expect(await guidance()).toBeNull();
    expect((await holder.post('/api/setup/sharing')).status).toBe(204);
    expect(await guidance()).toMatchObject({ sharedBy: 'setup link' });
  });
});

describe('a shared setup session', () => {
  beforeEach(async () => {
    await holder.post('/api/setup/sharing');
  });

  it('shows support step, evidence and calls, live, without anything made from a key', async () => {
    const stream = await support.stream(`${path}/events`);
    await stream.until(() => true);
    const fingerprint = '0123456789abcdef';
    await holder.post(
      '/api/setup/evidence',
      evidence({ step: 'jumpcloud.test-connection', fact: 'pressed', fingerprint }),
    );
    const told = await stream.until((event) => snapshotIn(event).evidence.length === 1);
    expect(snapshotIn(told).evidence[0]).toMatchObject({ step: 'jumpcloud.test-connection', fingerprint: null });
    await server.scim(opened.key).get('/Users');
    await stream.until((event) => snapshotIn(event).activity.length === 1);
    const detail = await support.get(path);
    expect(setupLinkDetailSchema.parse(detail.body).progress.current).toBe('secondary-domain');
    for (const secret of [fingerprint, opened.key, opened.token]) {
      expect(detail.text).not.toContain(secret);
      expect(stream.events.some(({ data }) => data.includes(secret))).toBe(false);
    }
    stream.close();
  });

  it('tells the admin who looks on, and the audit log that they did, once', async () => {
    const follower = await holder.stream('/api/setup/events');
    const stream = await support.stream(`${path}/events`);
    const seen = await follower.until((event) => snapshotIn(event).guidance?.watching.length === 1);
    expect(snapshotIn(seen).guidance?.watching).toEqual(['support@people.example']);
    await Promise.all([support.get(path), support.get(path), support.get(`${path}/report`)]);
    expect((await audited()).filter(([, action]) => action === 'session-watched')).toHaveLength(1);

    const before = follower.events.length;
    stream.close();
    await follower.until(
      (event) => follower.events.indexOf(event) >= before && snapshotIn(event).guidance?.watching.length === 0,
    );
    follower.close();
  });

  it('is over for support the moment that sharing ends', async () => {
    const stream = await support.stream(`${path}/events`);
    await stream.until(() => true);
    await admin.delete(`${path}/sharing`);
    const last = await stream.until(({ type }) => type === 'ended');
    expect(JSON.parse(last.data)).toEqual({ reason: 'unshared' });
    await stream.ended;
    expect((await support.get(path)).status).toBe(403);
  });

  it('shows the admin a message and a step that support points to, until they dismiss it', async () => {
    const follower = await holder.stream('/api/setup/events');
    const sent = await support.post(`${path}/messages`, { text: ' Open the tab\nfirst. ', step: 'dialpad.api-keys' });
    expect(sent.status).toBe(201);
    const told = await follower.until((event) => snapshotIn(event).guidance?.messages.length === 1);
    const [message] = snapshotIn(told).guidance?.messages ?? [];
    expect(message).toMatchObject({
      by: 'support@people.example',
      text: 'Open the tab\nfirst.',
      step: 'dialpad.api-keys',
      dismissedAt: null,
    });
    const id = message?.id ?? '';
    expect((await holder.delete(`/api/setup/messages/${id}`)).status).toBe(204);
    expect((await guidance())?.messages[0]?.dismissedAt).not.toBeNull();
    expect((await holder.delete(`/api/setup/messages/${id}`)).status).toBe(404);
    expect((await sessionOf(holder)).evidence).toEqual([]);
    follower.close();
  });

  it.each([
    ['nothing', {}],
    ['a blank text', { text: '   ' }],
    ['a text that is too long', { text: 'a'.repeat(501) }],
    ['what is not plain text', { text: 'a\u001b[31mb' }],
    ['a text that turns around', { text: 'a\u202eb' }],
    ['a step that there is not', { step: 'dialpad.delete-everything' }],
  ])('takes no message of %s', async (_name, message) => {
    expect((await support.post(`${path}/messages`, message)).status).toBe(400);
  });

  it('takes messages from support alone, and lets support dismiss none', async () => {
    expect((await admin.post(`${path}/messages`, { text: 'Hello' })).status).toBe(403);
    const sent = (await support.post(`${path}/messages`, { text: 'Hello' })).body as { id: string };
    expect((await support.delete(`${path}/messages/${sent.id}`)).status).toBe(403);
    expect((await admin.delete(`${path}/messages/${sent.id}`)).status).toBe(204);
  });

  it('begins anew when it is shared again: earlier messages are gone', async () => {
    await support.post(`${path}/messages`, { text: 'Hello' });
    await holder.delete('/api/setup/sharing');
    await holder.post('/api/setup/sharing');
    expect((await guidance())?.messages).toEqual([]);
  });

  it('leaves all of it in the audit log', async () => {
    await support.get(path);
    await support.post(`${path}/messages`, { text: 'Look here', step: 'dialpad.api-keys' });
    await holder.delete('/api/setup/sharing');
    expect((await audited()).slice(0, 4)).toEqual([
      [opened.linkId, 'session-unshared', null],
      ['support@people.example', 'message-sent', 'dialpad.api-keys: Look here'],
      ['support@people.example', 'session-watched', null],
      [opened.linkId, 'session-shared', null],
    ]);
  });

  it('is reported for a ticket without key, link or anybody’s address', async () => {
    await holder.post(
      '/api/setup/evidence',
      evidence({
        step: 'jumpcloud.test-connection',
        fact: 'page-failed',
        note: 'No | table <b>for</b> ana@acme.example',
      }),
    );
    await holder.post('/api/setup/test-address');
    await server.scim(opened.key).get('/Users');
    const report = await support.get(`${path}/report`);
    expect(report.headers.get('Content-Type')).toBe('text/markdown; charset=utf-8');
    expect(report.headers.get('Content-Disposition')).toMatch(/^attachment; filename="setup-session-\w+\.md"$/);
    expect(report.text).toContain('## What stands in the way');
    expect(report.text).toContain('jumpcloud.com is not an allowed domain yet');
    expect(report.text).toContain('No \\| table \\<b\\>for\\</b\\>');
    expect(report.text).toContain(`…${opened.key.slice(-4)}`);
    for (const secret of [opened.key, opened.token, '@people.example', 'ana@', 'jumpcloud-test-']) {
      expect(report.text).not.toContain(secret);
    }
    expect((await admin.get(`${path}/report`)).status).toBe(200);
  });
});
