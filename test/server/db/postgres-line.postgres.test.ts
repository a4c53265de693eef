import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cutListeners } from '../kit/postgres-databases.ts';
import { openPostgresLine, type PostgresLine } from '../kit/postgres-line.ts';
import type { ScimClient } from '../kit/scim-client.ts';
import { startTestServer, type TestServer } from '../kit/start.ts';
import { makeStore, type TestStore } from '../kit/store.ts';
import { until } from '../kit/until.ts';

/** How long a stop may take, whatever PostgreSQL does. */
const STOP_MS = 10_000;

let store: TestStore;
let line: PostgresLine;
let server: TestServer;
/** Another process, which reaches PostgreSQL by itself. */
let other: TestServer;

beforeAll(async () => {
  store = await makeStore();
  line = await openPostgresLine(store);
  server = await startTestServer({ store: line.store, env: { SCIM_RATE_LIMIT: '0' } });
  other = await startTestServer({ store });
});

afterAll(async () => {
  await Promise.all([server.close(), other.close()]);
  await line.close();
  await store.remove();
});

async function statusOf(request: Promise<{ status: number }>): Promise<number> {
  return (await request).status;
}

/** Resolves once so many requests at a time, to read and to write, are all answered. */
async function ask(scim: ScimClient, domain: string, times: number): Promise<number[]> {
  const requests = Array.from({ length: times }, (_, n) =>
    n % 2 ? scim.get(`/Users?startIndex=${n}`) : scim.post('/Users', { userName: `u${Math.random()}@${domain}` }),
  );
  return Promise.all(requests.map(statusOf));
}

describe('a write that was made while its answer was lost', () => {
  it('revokes a key for this process, too', async () => {
    const { id, key, keyId } = await server.company();
    const scim = server.scim(key);
    expect(await statusOf(scim.get('/Users'))).toBe(200);
    await server.rules.activity.flush();
    line.loseAnswerTo('revoked_at', 'COMMIT');
    await expect(server.rules.keys.revoke(id, keyId)).rejects.toMatchObject({ status: 503 });
    expect(line.lost()).toBe(1);
    await until(async () => (await statusOf(scim.get('/Users'))) === 401);
  });

  it('counts a user out who was deleted', async () => {
    const { key, domain } = await server.company();
    const scim = server.scim(key);
    const ids: unknown[] = [];
    for (const name of ['ana', 'ben', 'cleo']) {
      ids.push((await scim.post('/Users', { userName: `${name}@${domain}` })).body['id']);
    }
    const total = async () => (await scim.get('/Users?startIndex=2')).body['totalResults'];
    expect(await total()).toBe(3);
    const lost = line.lost();
    line.loseAnswerTo(String(ids[0]), 'removed_at');
    expect(await statusOf(scim.delete(`/Users/${String(ids[0])}`))).toBe(503);
    expect(line.lost()).toBe(lost + 1);
    await until(async () => (await total()) === 2);
  });
});

describe('a process that can not listen any more', () => {
  it('still takes no key for long that another one revoked', async () => {
    const { id, key, keyId } = await server.company();
    const scim = server.scim(key);
    expect(await statusOf(scim.get('/Users'))).toBe(200);
    line.open(false);
    expect(await cutListeners(store.env.DATABASE_URL)).toBeGreaterThan(0);
    await until(async () => (await statusOf(scim.get('/Users'))) === 200);
    await other.rules.keys.revoke(id, keyId);
    await until(async () => (await statusOf(scim.get('/Users'))) === 401);
    line.open(true);
  });
});

describe('a table that somebody locked', () => {
  it('is not waited for without end: 503, and the process can be stopped', async () => {
    const third = await startTestServer({ store });
    const { key, domain } = await third.company();
    const operator = new pg.Client({ connectionString: store.env.DATABASE_URL });
    await operator.connect();
    await operator.query('BEGIN; LOCK TABLE users IN ACCESS EXCLUSIVE MODE');
    try {
      expect(new Set(await ask(third.scim(key), domain, 2))).toEqual(new Set([503]));
      const begun = performance.now();
      await third.close();
      expect(performance.now() - begun).toBeLessThan(STOP_MS);
    } finally {
      await operator.end();
    }
  });
});

describe('connections on which PostgreSQL says nothing any more', () => {
  it('are given up, and others are made', async () => {
    const { key, domain } = await server.company();
    const scim = server.scim(key);
    expect(new Set(await ask(scim, domain, 16))).toEqual(new Set([200, 201]));
    line.silence();
    expect(await ask(scim, domain, 16)).toContain(503);
    await until(async () => !(await ask(scim, domain, 16)).includes(503));
  });

  it('hold up no stop', async () => {
    const third = await startTestServer({ store: line.store });
    const { key, domain } = await third.company();
    await ask(third.scim(key), domain, 4);
    line.silence();
    const begun = performance.now();
    await third.close();
    expect(performance.now() - begun).toBeLessThan(STOP_MS);
  });
});
