import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Activity } from '../../../shared/setup/activity.ts';
import { signIn } from '../kit/browser.ts';
import { newCall } from '../kit/new-call.ts';
import { startTestServer, type TestServer } from '../kit/start.ts';
import { until } from '../kit/until.ts';

/** A call that can be told from others by how long it took. */
const call = (durationMs: number) => newCall({ durationMs });

describe('the activity record', () => {
  let server: TestServer;
  beforeAll(async () => (server = await startTestServer()));
  afterAll(() => server.close());

  it('keeps one row for each call, redacted, and shows it without being asked to flush', async () => {
    const { id, key, domain } = await server.company();
    const scim = server.scim(key);
    await scim.get(`/Users?filter=${encodeURIComponent(`userName eq "ana@${domain}"`)}`);
    await scim.post('/Users', { userName: `ana@${domain}` });
    await scim.post('/Users', { userName: `ana@${domain}` });
    await scim.post('/Users', { userName: 'eve@foreign.example' });
    const calls = await until(async () => {
      const found = await server.rules.activity.latest(id, 10);
      return found.length === 4 && found;
    });
    expect(
      calls.map(({ method, route, status, kind, reason, scimType }) => [method, route, status, kind, reason, scimType]),
    ).toEqual([
      ['GET', '/Users', 200, 'lookup', null, null],
      ['POST', '/Users', 201, 'create', null, null],
      ['POST', '/Users', 409, 'create', 'user-exists', 'uniqueness'],
      ['POST', '/Users', 400, 'create', 'domain-not-allowed', 'invalidValue'],
    ]);
    expect(calls[3]?.domain).toBe('foreign.example');
    expect(calls.every(({ keyLast4 }) => keyLast4 === key.slice(-4))).toBe(true);
    expect(JSON.stringify(calls)).not.toMatch(/ana@|eve@/);
  });

  it.each([
    ['POST', '', '/Users'],
    ['GET', '/scim/v3', '/scim/v3/Users'],
    ['GET', '/scim/v2/v2', '/scim/v2/v2/Users'],
    ['GET', '/company/acme', '/{id}/{id}/Users'],
    ['GET', '/scim/v2/Users', '/scim/v2/Users/Users'],
    ['POST', '/scim/v2/Users', '/scim/v2/Users/Users'],
    ['GET', '/scim/v2/Groups/', '/scim/v2/Groups/Users'],
    ['GET', '/scim/Schemas', '/scim/Schemas/Users'],
  ])('notes %s %s/Users, a call to no SCIM path, for the company of its key', async (method, base, route) => {
    const { id, key } = await server.company();
    const client = server.scim(key, base);
    const answer = method === 'POST' ? await client.post('/Users', {}) : await client.get('/Users');
    expect(answer.status).toBe(404);
    await server.rules.activity.flush();
    const [call] = await server.rules.activity.latest(id, 5);
    expect(call).toMatchObject({ kind: 'refused', reason: 'not-a-scim-path', status: 404, route });
  });

  it('tells subscribers of every stored call once, in order, without a gap to what they read before', async () => {
    const { id, key } = await server.company();
    const scim = server.scim(key);
    const heard: Activity[] = [];
    await scim.get('/Users');
    await server.rules.activity.flush();
    const stop = server.rules.activity.subscribe(id, (call) => heard.push(call));
    const read = await server.rules.activity.since(id, { afterId: 0 }, 100);
    await Promise.all(Array.from({ length: 25 }, () => scim.get('/Users')));
    await until(() => heard.length >= 25);
    stop();
    await scim.get('/Users');
    await server.rules.activity.flush();
    const ids = [...read, ...heard].map((call) => call.id);
    expect(ids).toEqual([...new Set(ids)].sort((a, b) => a - b));
    expect(ids.length).toBe(26);
  });

  it('tells of calls that another process recorded', async () => {
    const { id, key } = await server.company();
    const other = await startTestServer({ store: server.store });
    const heard: Activity[] = [];
    server.rules.activity.subscribe(id, (call) => heard.push(call));
    await server.rules.activity.since(id, { afterId: 0 }, 1);
    await other.scim(key).get('/Users');
    await until(() => heard.length === 1);
    await other.close();
  });

  it('tells a reader that comes back all that it missed, however much that is', async () => {
    const { id } = await server.company();
    const missed = 1_500;
    for (let count = 0; count < missed; count += 1) server.rules.activity.record(id, call(count));
    await server.rules.activity.flush();
    const support = await signIn(server, 'support');
    const stream = await support.stream(`/api/companies/${id}/activity/events`, { 'Last-Event-ID': '0' });
    await stream.until(() => stream.events.length === missed);
    server.rules.activity.record(id, call(missed));
    await stream.until(() => stream.events.length === missed + 1);
    const told = stream.events.map(({ data }) => (JSON.parse(data) as Activity).durationMs);
    expect(told).toEqual(Array.from({ length: missed + 1 }, (_, count) => count));
    stream.close();
  });

  it('keeps companies apart', async () => {
    const [one, other] = [await server.company(), await server.company()];
    await server.scim(one.key).get('/Users');
    await server.rules.activity.flush();
    expect(await server.rules.activity.latest(other.id, 10)).toEqual([]);
  });
});
