import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Caller, signIn } from '../kit/browser.ts';
import { startTestServer, type TestServer } from '../kit/start.ts';

let server: TestServer;
let admin: Caller;
let base: string;
let id: string;
let key: string;

beforeAll(async () => {
  server = await startTestServer();
  ({ id, key } = await server.company());
  base = `/api/companies/${id}`;
  admin = await signIn(server, 'admin', id);
});
afterAll(() => server.close());

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
