import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signIn } from '../kit/browser.ts';
import { startTestServer, type TestServer } from '../kit/start.ts';

let server: TestServer;
beforeAll(async () => (server = await startTestServer()));
afterAll(() => server.close());

/** The statements that the database was given meanwhile. */
async function statementsOf(work: () => Promise<unknown>): Promise<{ sql: string; bindings: unknown[] }[]> {
  const seen: { sql: string; bindings: unknown[] }[] = [];
  const listen = ({ sql, bindings }: { sql: string; bindings: unknown[] }) => seen.push({ sql, bindings });
  server.database.read.on('query', listen);
  await work();
  server.database.read.removeListener('query', listen);
  return seen;
}

describe('the list of users', () => {
  it('is found within indexes alone, and counted within them, so that 100,000 users cause no pause', async () => {
    if (server.database.dialect.name !== 'sqlite') return;
    const company = await server.company();
    const admin = await signIn(server, 'admin', company.id);
    const { id } = (await server.scim(company.key).post('/Users', { userName: `ana@${company.domain}` })).body;
    const path = `/api/companies/${company.id}/users/search`;
    const statements = await statementsOf(async () => {
      for (const state of ['present', 'active', 'suspended', 'test']) {
        await admin.post(path, { state });
        await admin.post(path, { state, search: 'a', after: id });
        await admin.post(path, { state, search: 'a', before: id });
      }
      await admin.get(`/api/companies/${company.id}/overview`);
    });
    const ofUsers = statements.filter(({ sql }) => /from `users`/.test(sql) && !/`id` (=|in)/.test(sql));
    expect(ofUsers.length).toBeGreaterThan(10);
    for (const { sql, bindings } of ofUsers) {
      const plan = await server.database.read.raw<{ detail: string }[]>(
        `EXPLAIN QUERY PLAN ${sql}`,
        bindings as string[],
      );
      expect(plan.map(({ detail }) => detail).join('; '), sql).toMatch(/^SEARCH users USING COVERING INDEX [^;]*$/);
    }
  });
});
