import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fingerprint } from '../../../shared/fingerprint.ts';
import type { SetupSnapshot } from '../../../shared/setup/snapshot.ts';
import { type StreamReader, withToken } from '../kit/browser.ts';
import { newCall } from '../kit/new-call.ts';
import { startTestServer, type TestServer } from '../kit/start.ts';
import { connect, evidence, openSession, sessionOf, snapshotIn } from './kit.ts';

/** What the contract allows between a change and its event, on a machine that does several things at once. */
const SOON_MS = 300;

let server: TestServer;
let offset = 0;
beforeAll(async () => {
  server = await startTestServer({ now: () => new Date(Date.now() + offset) });
});
afterAll(() => server.close());

/** The first snapshot of the stream that fits. */
function until(stream: StreamReader, fits: (snapshot: SetupSnapshot) => boolean): Promise<SetupSnapshot> {
  return stream.until((event) => event.type === 'snapshot' && fits(snapshotIn(event))).then(snapshotIn);
}

describe('the event stream of a setup session', () => {
  it('begins with the present snapshot and an id', async () => {
    const { token, linkId } = await openSession(server);
    const stream = await withToken(server, token).stream('/api/setup/events');
    const first = await stream.until(() => true);
    expect(first).toMatchObject({ type: 'snapshot', id: expect.stringMatching(/^[0-9a-f]{16}$/) as unknown });
    expect(snapshotIn(first).session.id).toBe(linkId);
    stream.close();
  });

  it('resumes by Last-Event-ID: nothing when nothing changed, the present snapshot when something did', async () => {
    const { token } = await openSession(server);
    const caller = withToken(server, token);
    const stream = await caller.stream('/api/setup/events');
    const { id } = await stream.until(() => true);
    stream.close();

    const resumed = await caller.stream('/api/setup/events', { 'Last-Event-ID': id ?? '' });
    await caller.post('/api/setup/evidence', evidence({ step: 'dialpad.my-company', fact: 'done' }));
    const first = await resumed.until(() => true);
    expect(snapshotIn(first).evidence).toHaveLength(1);
    expect(resumed.events).toHaveLength(1);
    resumed.close();

    const later = await caller.stream('/api/setup/events', { 'Last-Event-ID': id ?? '' });
    expect(snapshotIn(await later.until(() => true)).evidence).toHaveLength(1);
    later.close();
  });

  it('tells evidence, browsers and test addresses soon', async () => {
    const { token } = await openSession(server);
    const browser = await connect(server, token);
    const stream = await browser.stream('/api/setup/events');
    await stream.until(() => true);

    const begun = performance.now();
    await browser.post('/api/setup/evidence', evidence({ step: 'dialpad.save-key', fact: 'done' }));
    await until(stream, ({ evidence: seen }) => seen.length === 1);
    expect(performance.now() - begun).toBeLessThan(SOON_MS * 10);

    await connect(server, token, 'another');
    await until(stream, ({ browsers }) => browsers.length === 2);
    await browser.post('/api/setup/test-address');
    await until(stream, ({ testAddresses }) => testAddresses.length === 1);
    stream.close();
  });

  it('tells SCIM calls of the company, and the first real user', async () => {
    const { token, key, domain } = await openSession(server);
    const stream = await withToken(server, token).stream('/api/setup/events');
    await stream.until(() => true);
    await server.scim(key).post('/Users', {
      schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'],
      userName: `ana@${domain}`,
      name: { givenName: 'Ana', familyName: 'Lee' },
    });
    const told = await until(stream, ({ activity }) => activity.length === 1);
    expect(told.activity[0]).toMatchObject({ method: 'POST', kind: 'create', status: 201, keyLast4: key.slice(-4) });
    expect(told.firstUserAt).not.toBeNull();
    stream.close();
  });

  it('tells refused calls that carried what the Token Key field held, and no others', async () => {
    const { token } = await openSession(server);
    const browser = await connect(server, token);
    const stream = await browser.stream('/api/setup/events');
    const foreign = 'a-real-dialpad-key';
    await browser.post(
      '/api/setup/evidence',
      evidence({ step: 'jumpcloud.test-connection', fact: 'pressed', fingerprint: await fingerprint(foreign) }),
    );
    await server.scim('somebody-elses-key').get('/Users');
    expect((await server.scim(foreign).get('/Users')).status).toBe(401);
    const { refused } = await until(stream, (snapshot) => snapshot.refused.length > 0);
    expect(refused).toMatchObject([{ route: '/Users', fingerprint: await fingerprint(foreign) }]);
    stream.close();
  });

  it('tells what the command line changed, as another process', async () => {
    const { token, companyId } = await openSession(server);
    const stream = await withToken(server, token).stream('/api/setup/events');
    await stream.until(() => true);
    const run = await server.admin('domain', 'allow', companyId, 'jumpcloud.com');
    expect(run).toMatchObject({ code: 0 });
    await until(stream, ({ company }) => company.allowedDomains.includes('jumpcloud.com'));
    stream.close();
  });

  it('ends when the link is revoked, and says so', async () => {
    const { token, companyId, link } = await openSession(server);
    const stream = await withToken(server, token).stream('/api/setup/events');
    await stream.until(() => true);
    await server.rules.setup.sessions.revokeLink(companyId, link);
    const { data } = await stream.until(({ type }) => type === 'ended');
    expect(JSON.parse(data)).toEqual({ reason: 'revoked' });
    await stream.ended;
  });

  it('ends for a browser that was removed, and goes on for the others', async () => {
    const { token } = await openSession(server);
    const removed = await connect(server, token, 'lost laptop');
    const kept = await connect(server, token, 'kept');
    const streams = [await removed.stream('/api/setup/events'), await kept.stream('/api/setup/events')] as const;
    const { browsers } = await sessionOf(kept);
    await kept.delete(`/api/setup/browsers/${browsers.find(({ label }) => label === 'lost laptop')?.id ?? ''}`);
    expect(JSON.parse((await streams[0].until(({ type }) => type === 'ended')).data)).toEqual({ reason: 'removed' });
    await until(streams[1], (snapshot) => snapshot.browsers.length === 1);
    streams[1].close();
  });

  it('ends when the session expires', async () => {
    const { token } = await openSession(server, 'server', 3_600_000);
    const stream = await withToken(server, token).stream('/api/setup/events');
    await stream.until(() => true);
    offset += 3_600_000;
    const { data } = await stream.until(({ type }) => type === 'ended');
    expect(JSON.parse(data)).toEqual({ reason: 'expired' });
  });

  it('keeps the proof of an activation in the snapshot, however many users came after', async () => {
    const { token, companyId } = await openSession(server);
    const record = (kind: 'test-user-create' | 'test-user-delete' | 'lookup', status: number) =>
      server.rules.activity.record(
        companyId,
        newCall({ time: new Date(Date.now() + offset).toISOString(), method: 'POST', status, kind }),
      );
    record('test-user-create', 201);
    record('test-user-delete', 204);
    for (let index = 0; index < 250; index += 1) record('lookup', 200);
    const { activity } = await sessionOf(withToken(server, token));
    expect(activity).toHaveLength(202);
    expect(activity.slice(0, 2).map(({ kind }) => kind)).toEqual(['test-user-create', 'test-user-delete']);
  });
});
