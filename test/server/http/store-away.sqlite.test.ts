import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '../kit/start.ts';
import { until } from '../kit/until.ts';

describe('a store that takes no writes', () => {
  let server: TestServer;
  beforeAll(async () => (server = await startTestServer()));
  afterAll(() => server.close());

  it('answers writes with 503 and Retry-After, goes on reading, and loses nothing of the record', async () => {
    const { id, key, domain } = await server.company();
    const scim = server.scim(key);
    const create = () => scim.post('/Users', { userName: `ana@${domain}` });
    expect((await scim.get('/Users')).status).toBe(200);
    await server.rules.keys.close();

    await server.database.write.raw('PRAGMA query_only = ON');
    const refused = await create();
    expect(refused.status).toBe(503);
    expect(refused.headers.get('retry-after')).toBe('5');
    expect(refused.body).toMatchObject({ status: '503', detail: /Try again/ });
    expect((await scim.get('/Users')).status).toBe(200);
    await server.rules.activity.flush();

    await server.database.write.raw('PRAGMA query_only = OFF');
    expect((await create()).status).toBe(201);
    const calls = await until(async () => {
      const found = await server.rules.activity.latest(id, 10);
      return found.length === 4 && found;
    });
    expect(calls.map(({ status, reason }) => [status, reason])).toEqual([
      [200, null],
      [503, 'unavailable'],
      [200, null],
      [201, null],
    ]);
  });
});
