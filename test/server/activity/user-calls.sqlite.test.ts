import { afterAll, beforeAll, expect, it } from 'vitest';
import { EVERY_CALL } from '../../../server/activity/activity-filter.ts';
import { startTestServer, type TestServer } from '../kit/start.ts';

let server: TestServer;
beforeAll(async () => (server = await startTestServer()));
afterAll(() => server.close());

it('calls about one user are found by an index where they say what became of it, the others among the latest', async () => {
  const { id } = await server.company();
  const { read } = server.database;
  const asked: { sql: string; bindings: string[] }[] = [];
  read.on('query', (query: { sql: string; bindings: string[] }) => asked.push(query));
  await server.rules.activity.page(id, { ...EVERY_CALL, userId: 'somebody', history: true }, null, 100);
  await server.rules.activity.page(id, { ...EVERY_CALL, userId: 'somebody' }, null, 100);
  read.removeAllListeners('query');

  const plans = asked.map(async ({ sql, bindings }) => {
    const rows = await read.raw<{ detail: string }[]>(`EXPLAIN QUERY PLAN ${sql}`, bindings);
    return rows.map(({ detail }) => detail).join();
  });
  expect(await Promise.all(plans)).toEqual([
    'SEARCH activity USING INDEX activity_user (company_id=? AND user_id=?)',
    'SEARCH activity USING COVERING INDEX activity_company (company_id=?)',
    'SEARCH activity USING INDEX activity_user (company_id=? AND user_id=?)',
    'SEARCH activity USING INDEX activity_company (company_id=? AND id>?)',
  ]);
});
