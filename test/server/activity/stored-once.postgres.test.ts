import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPostgresLine, type PostgresLine } from '../kit/postgres-line.ts';
import { startTestServer, type TestServer } from '../kit/start.ts';
import { makeStore, type TestStore } from '../kit/store.ts';
import { until } from '../kit/until.ts';

describe('calls whose connection is cut while they are committed', () => {
  let store: TestStore;
  let line: PostgresLine;
  let server: TestServer;
  let other: TestServer;
  beforeAll(async () => {
    store = await makeStore();
    line = await openPostgresLine(store);
    server = await startTestServer({ store: line.store });
    other = await startTestServer({ store });
  });
  afterAll(async () => {
    await server.close();
    await other.close();
    await line.close();
    await store.remove();
  });

  it('are stored once, counted once and told once, together with those that come later', async () => {
    const { id, key } = await server.company();
    const told: string[] = [];
    server.rules.activity.subscribe(id, ({ route, status }) => told.push(`${route} ${status}`));
    await server.rules.activity.since(id, { afterId: 0 }, 1);
    line.loseAnswerTo('duration_ms');
    await server.scim(key).get('/Users');
    await server.rules.activity.flush();
    expect(line.lost()).toBe(1);
    await server.scim(key).get('/Groups');
    await until(() => told.includes('/Groups 200'));
    expect(told).toEqual(['/Users 200', '/Groups 200']);
    const stored = await other.rules.activity.latest(id, 10);
    expect(stored.map(({ route }) => route)).toEqual(['/Users', '/Groups']);
    expect(await other.rules.activity.hours(id, 1)).toMatchObject([{ calls: 2 }]);
  });

  it('are stored once when nobody knows their key', async () => {
    const refused = () => other.database.read('refused_calls').pluck<string[]>('route');
    line.loseAnswerTo('fingerprint', 'INSERT');
    await server.scim('foreign').get('/Users');
    await server.rules.activity.flush();
    expect(line.lost()).toBe(2);
    await server.scim('foreign').get('/Groups');
    await until(async () => (await refused()).includes('/Groups'));
    expect(await refused()).toEqual(['/Users', '/Groups']);
  });
});
