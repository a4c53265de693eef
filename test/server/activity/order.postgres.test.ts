import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Activity } from '../../../shared/setup/activity.ts';
import { startTestServer, type TestServer } from '../kit/start.ts';
import { until } from '../kit/until.ts';

describe('calls that two processes store at the same time', () => {
  let server: TestServer;
  beforeAll(async () => (server = await startTestServer()));
  afterAll(() => server.close());

  it('wait for each other, so that no lower id appears after a higher one was told', async () => {
    const { id, key } = await server.company();
    const heard: Activity[] = [];
    server.rules.activity.subscribe(id, (call) => heard.push(call));
    await server.rules.activity.since(id, { afterId: 0 }, 1);
    const { transaction, dialect, read } = server.database;
    const waiting = async () => {
      const [row] = await read.raw<{ total: number }[]>(
        `SELECT count(*) AS total FROM pg_locks WHERE locktype = 'advisory' AND NOT granted
            AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
      );
      return row?.total === 1;
    };

    // Another process has given its call the next id, and has not committed yet.
    await transaction(async (tx) => {
      await dialect.lock(tx, 'activity');
      const call = { time: '2026-03-01', method: 'PUT', route: '/Users', status: 200, kind: 'update', duration_ms: 1 };
      await tx('activity').insert({ company_id: id, ...call });
      await server.scim(key).get('/Users');
      await until(waiting);
      expect(heard).toEqual([]);
    });

    await until(() => heard.length === 2);
    expect(heard.map(({ method }) => method)).toEqual(['PUT', 'GET']);
  });
});
