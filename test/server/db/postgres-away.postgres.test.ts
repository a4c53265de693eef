import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPostgres } from '../../../server/db/postgres-database.ts';
import { Secret } from '../../../shared/secret.ts';
import type { Activity } from '../../../shared/setup/activity.ts';
import { findPostgres } from '../../tools/postgres.ts';
import { signIn } from '../kit/browser.ts';
import { type Cluster, makeCluster } from '../kit/cluster.ts';
import { newCall } from '../kit/new-call.ts';
import { createDatabase, cutConnections, databaseUrl } from '../kit/postgres-databases.ts';
import { startTestServer, type TestServer } from '../kit/start.ts';
import { SECRET_KEY, type TestStore } from '../kit/store.ts';
import { until } from '../kit/until.ts';

describe('a start while PostgreSQL is away', () => {
  it('fails, and says at which address, without the password', async () => {
    const url = new Secret('postgres://app:hush@127.0.0.1:1/scim');
    const failed = openPostgres({ url }).catch((error: unknown) => String(error));
    expect(await failed).toMatch(/PostgreSQL at postgres:\/\/app:\*+@127\.0\.0\.1:1\/scim .*ECONNREFUSED/);
    expect(await failed).not.toContain('hush');
  });
});

describe('connections that are cut', () => {
  let server: TestServer;
  let other: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
    other = await startTestServer({ store: server.store });
  });
  afterAll(async () => {
    await other.close();
    await server.close();
  });

  async function cutAll(): Promise<void> {
    const url = new URL(server.store.env.DATABASE_URL);
    const name = url.pathname.slice(1);
    url.pathname = '';
    expect(await cutConnections(url.href, name)).toBeGreaterThan(1);
  }

  it('cost no later request anything', async () => {
    const { key, domain } = await server.company();
    const scim = server.scim(key);
    expect((await scim.get('/Users')).status).toBe(200);
    await cutAll();
    await until(async () => (await scim.get('/Users')).status === 200);
    expect((await scim.post('/Users', { userName: `ana@${domain}` })).status).toBe(201);
    expect((await fetch(`${server.url}/readyz`)).status).toBe(200);
  });

  it('keep no watcher from what was stored meanwhile', async () => {
    const { id, key } = await server.company();
    const heard: Activity[] = [];
    const end = server.rules.activity.subscribe(id, (call) => heard.push(call));
    await server.rules.activity.since(id, { afterId: 0 }, 1);
    await cutAll();
    await until(async () => (await other.scim(key).get('/Users')).status === 200);
    await other.rules.activity.flush();
    await until(() => heard.some(({ status }) => status === 200));
    end();
  });

  it('keep no revocation from the other process for a second', async () => {
    const { id, key, keyId } = await server.company();
    expect((await server.scim(key).get('/Users')).status).toBe(200);
    await cutAll();
    await until(() => other.rules.keys.revoke(id, keyId).catch(() => false));
    const begun = performance.now();
    await until(async () => (await server.scim(key).get('/Users')).status === 401);
    expect(performance.now() - begun).toBeLessThan(1_000);
  });
});

/** A call that could be told whose it was, and was answered while the store was away. */
const WHILE_AWAY = newCall({
  method: 'PATCH',
  route: '/Users/:id',
  status: 503,
  kind: 'update',
  reason: 'unavailable',
});

const postgres = findPostgres();
const programs = postgres?.kind === 'programs' ? postgres.folder : null;

/** Needs a PostgreSQL of its own to stop; one that is named in TEST_DATABASE_URL stays up. */
describe.skipIf(programs === null)('PostgreSQL that goes away and comes back', () => {
  let cluster: Cluster;
  let server: TestServer;
  beforeAll(async () => {
    cluster = await makeCluster(programs ?? '');
    await createDatabase(cluster.url, 'scim');
    const store: TestStore = {
      env: { DATABASE_URL: databaseUrl(cluster.url, 'scim'), SECRET_KEY },
      text: () => Promise.resolve(''),
      remove: () => Promise.resolve(),
    };
    server = await startTestServer({ store });
  });
  afterAll(async () => {
    await server.close();
    await cluster.remove();
  });

  it('is answered with 503 and Retry-After meanwhile, and needs no restart of ours', async () => {
    const { id, key, domain } = await server.company();
    const scim = server.scim(key);
    const admin = await signIn(server, 'support');
    const stream = await admin.stream(`/api/companies/${id}/activity/events`, { 'Last-Event-ID': '0' });
    expect((await scim.post('/Users', { userName: `ana@${domain}` })).status).toBe(201);
    await stream.until(() => stream.events.length === 1);

    await cluster.stop();
    for (const answer of [await scim.get('/Users'), await scim.post('/Users', { userName: `ben@${domain}` })]) {
      expect(answer.status).toBe(503);
      expect(answer.headers.get('retry-after')).toBe('5');
      expect(answer.body).toMatchObject({ status: '503', detail: /Try again/ });
    }
    expect((await admin.get('/api/me')).status).toBe(503);
    expect((await fetch(`${server.url}/readyz`)).status).toBe(503);
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
    server.rules.activity.record(id, WHILE_AWAY);
    await server.rules.activity.flush();

    await cluster.start();
    await until(async () => (await fetch(`${server.url}/readyz`)).status === 200);
    // What was recorded while it was away is stored by itself, and the open stream goes on.
    await stream.until(() => stream.events.length === 2);
    expect((await scim.post('/Users', { userName: `ben@${domain}` })).status).toBe(201);
    expect((await scim.get('/Users')).body).toMatchObject({ totalResults: 2 });

    await stream.until(() => stream.events.length === 4);
    const told = stream.events.map(({ data }) => JSON.parse(data) as Activity);
    expect(told.map(({ method, status }) => `${method} ${status}`)).toEqual([
      'POST 201',
      'PATCH 503',
      'POST 201',
      'GET 200',
    ]);
    stream.close();
  });
});
