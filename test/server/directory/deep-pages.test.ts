import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '../kit/start.ts';
import type { ScimClient } from '../kit/scim-client.ts';
import { makeStore, type TestStore } from '../kit/store.ts';
import { until } from '../kit/until.ts';

/** More than two marks are apart. */
const USERS = 600;

let store: TestStore;
let servers: TestServer[] = [];
let one: ScimClient;
/** Of another process on PostgreSQL; SQLite has one server process. */
let other: ScimClient;
let domain: string;
let ids: string[];

beforeAll(async () => {
  store = await makeStore();
  const server = await startTestServer({ store });
  servers = [server];
  if (server.database.dialect.name === 'postgres') servers.push(await startTestServer({ store }));
  const company = await server.company();
  domain = company.domain;
  one = server.scim(company.key);
  other = (servers[1] ?? server).scim(company.key);
  ids = await makeUsers(server, company);
});
afterAll(async () => {
  for (const server of servers) await server.close();
  await store.remove();
});

/** Copies of one user, older than it; all at once, since what is tested is how they are read. */
async function makeUsers({ database }: TestServer, company: { id: string }): Promise<string[]> {
  const { id = '' } = (await one.post('/Users', { userName: `first@${domain}` })).body;
  const row = await database.read<Record<string, string>>('users').where({ company_id: company.id, id }).first();
  const copies = Array.from({ length: USERS - 1 }, (_, n) => {
    const user_name = `copy-${n}@${domain}`;
    const old = `01900000-0000-7000-8000-${n.toString().padStart(12, '0')}`;
    return { ...row, id: old, user_name, user_name_folded: user_name };
  });
  await database.write.batchInsert('users', copies, 50);
  return [...copies.map((copy) => copy.id), id];
}

async function page(startIndex: number): Promise<{ totalResults: number; ids: string[] }> {
  const { status, body } = await one.get(`/Users?startIndex=${startIndex}&count=10`);
  expect(status).toBe(200);
  const { totalResults, Resources } = body as { totalResults: number; Resources: { id: string }[] };
  return { totalResults, ids: Resources.map(({ id }) => id) };
}

describe('a page far into a long list', () => {
  it('is the right one, wherever it begins', async () => {
    for (const at of [2, 256, 257, 258, 300, 512, 513, 595]) {
      expect(await page(at)).toEqual({ totalResults: USERS, ids: ids.slice(at - 1, at + 9) });
    }
    expect(await page(USERS + 1)).toEqual({ totalResults: USERS, ids: [] });
  });

  it('stays right when users before it go and others come, whichever process makes or deletes them', async () => {
    const [first = '', second = ''] = ids;
    expect((await one.delete(`/Users/${first}`)).status).toBe(204);
    expect(await page(520)).toEqual({ totalResults: USERS - 1, ids: ids.slice(520, 530) });
    expect((await other.delete(`/Users/${second}`)).status).toBe(204);
    await until(async () => (await page(520)).totalResults === USERS - 2 && (await page(520)).ids[0] === ids[521]);
    const made = (await other.post('/Users', { userName: `late@${domain}` })).body.id;
    expect(await page(590)).toEqual({ totalResults: USERS - 1, ids: [...ids.slice(591), made] });
  });
});
