import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { userListSchema } from '../../../shared/api/users.ts';
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
  it('shows everybody who was removed, page by page in both directions, also those of one name', async () => {
    const { id, key, domain } = await server.company();
    const company = await server.rules.companies.find(id);
    await server.rules.companies.update(id, { settings: { ...company.settings, onDelete: 'keep' } });
    const scim = server.scim(key);
    for (const name of ['ben', 'ana', 'ana', 'ana', 'ana', 'cleo']) {
      const { body } = await scim.post('/Users', { userName: `${name}@${domain}` });
      await scim.delete(`/Users/${String(body.id)}`);
    }
    const admin = await signIn(server, 'admin', id);
    const page = async (from: object) => {
      const answer = await admin.post(`/api/companies/${id}/users/search`, { state: 'removed', count: 2, ...from });
      return userListSchema.parse(answer.body);
    };
    const pages = [await page({})];
    for (let { next } = pages[0] ?? {}; next; next = pages.at(-1)?.next) pages.push(await page({ after: next }));
    const users = pages.flatMap((each) => each.users);
    const names = users.map(({ userName }) => userName.replace(/@.*/, ''));
    expect(names).toEqual(['ana', 'ana', 'ana', 'ana', 'ben', 'cleo']);
    expect(new Set(users.map((user) => user.id)).size).toBe(6);
    expect((await page({ before: users[4]?.id })).users).toEqual(users.slice(2, 4));
  });

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
