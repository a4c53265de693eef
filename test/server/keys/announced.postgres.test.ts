import { expect, it } from 'vitest';
import { startTestServer } from '../kit/start.ts';
import { until } from '../kit/until.ts';

const MINUTE_MS = 60_000;

it('a key that is used again is no news to other processes, which know it already', async () => {
  let now = Date.now();
  const server = await startTestServer({ now: () => new Date(now) });
  const other = await startTestServer({ store: server.store });
  const { id, key } = await server.company();
  const heard: string[] = [];
  other.database.onForeignChange(
    (table) => heard.push(table) > 0,
    () => undefined,
  );
  const lastUse = async () => (await other.rules.keys.list(id))[0]?.lastUsedAt ?? null;

  await server.scim(key).get('/Users');
  await until(() => heard.includes('api_keys'));
  const [first] = await other.rules.keys.list(id);
  heard.length = 0;
  for (let uses = 0; uses < 2; uses += 1) {
    const before = await lastUse();
    now += 2 * MINUTE_MS;
    await server.scim(key).get('/Users');
    await until(async () => (await lastUse()) !== before);
  }
  // What is announced comes in the order of the commits.
  await server.database.write('companies').where({ id }).update({ name: 'News' });
  await until(() => heard.includes('companies'));
  expect(heard).not.toContain('api_keys');
  expect(first?.firstUsedAt).not.toBeNull();
  expect((await other.rules.keys.list(id))[0]?.firstUsedAt).toBe(first?.firstUsedAt);
  await other.close();
  await server.close();
});
