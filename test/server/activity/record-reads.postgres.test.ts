import type { Knex } from 'knex';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '../kit/start.ts';

let server: TestServer;
let companyId: string;
beforeAll(async () => {
  server = await startTestServer();
  companyId = (await server.company()).id;
  await server.database.write.raw(
    `INSERT INTO activity (company_id, time, method, route, status, kind, duration_ms, user_id, changed)
      SELECT ?, ?, 'POST', '/Users', 201, CASE n % 3 WHEN 0 THEN 'test-create' ELSE 'create' END, 1, 'u' || n, '["userName"]'
        FROM generate_series(1, 30000) n`,
    [companyId, new Date(Date.now() - 86_400_000).toISOString()],
  );
  await server.database.write.raw('ANALYZE activity');
});
afterAll(() => server.close());

/** One step of a plan that was carried out (PostgreSQL's EXPLAIN ANALYZE in its JSON format). */
type Step = { 'Actual Rows': number; 'Rows Removed by Filter'?: number; Plans?: Step[] };
type Asked = { sql: string; bindings: Knex.RawBinding[] };

/** How many rows of activity each statement went through that the work asked, the largest number. */
async function mostReadBy(work: () => Promise<unknown>): Promise<number> {
  const { read, write } = server.database;
  const asked: Asked[] = [];
  const note = (query: Asked) => /^(select|update|delete) .*"activity"/.test(query.sql) && asked.push(query);
  for (const knex of [read, write]) knex.on('query', note);
  await work();
  for (const knex of [read, write]) knex.off('query', note);
  expect(asked).not.toEqual([]);
  const counts = asked.map(async ({ sql, bindings }) => {
    const plain = sql.replaceAll(/\$\d+/g, '?');
    const [row] = await write.raw<{ 'QUERY PLAN': { Plan: Step }[] }[]>(
      `EXPLAIN (ANALYZE, FORMAT JSON) ${plain}`,
      bindings,
    );
    return Math.max(...(row?.['QUERY PLAN'] ?? []).map(({ Plan }) => mostOf(Plan)));
  });
  return Math.max(...(await Promise.all(counts)));
}

function mostOf(step: Step): number {
  const own = step['Actual Rows'] + (step['Rows Removed by Filter'] ?? 0);
  return Math.max(own, ...(step.Plans ?? []).map(mostOf));
}

const aMinuteAgo = () => new Date(Date.now() - 60_000).toISOString();

describe('of a long record', () => {
  it('no more than the latest calls are looked at for those from a time on', async () => {
    const latest = () => server.rules.activity.since(companyId, { time: aMinuteAgo() }, 50);
    expect(await mostReadBy(latest)).toBeLessThanOrEqual(50);
  });

  it('no more than the latest of connection tests are', async () => {
    expect(await mostReadBy(() => server.rules.activity.tests(companyId, aMinuteAgo(), 50))).toBeLessThanOrEqual(50);
  });

  it('a sweep looks at the latest calls that are kept whole, and at none that it has left before', async () => {
    await server.rules.sweep();
    expect(await mostReadBy(() => server.rules.activity.sweep())).toBeLessThanOrEqual(10_001);
  });
});
