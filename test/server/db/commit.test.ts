import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '../../../server/config.ts';
import type { Database, RowStep } from '../../../server/db/database.ts';
import { openDatabase } from '../../../server/db/open-database.ts';
import { insertRows } from '../../../server/db/row-steps.ts';
import { makeStore, type TestStore } from '../kit/store.ts';

let store: TestStore;
let database: Database;

beforeAll(async () => {
  store = await makeStore();
  database = await openDatabase(readConfig(store.env).database);
});
afterAll(async () => {
  await database.close();
  await store.remove();
});

const given = (columns: string[]) => database.dialect.given('companies', columns);
const insert = (id: string): RowStep => {
  const row = {
    id,
    name: id,
    product: 'ai-voice',
    plan: 'pro',
    primary_domain: `${id}.example`,
    created_at: '2026-01-01',
  };
  return insertRows(database.dialect, 'companies', [row]);
};
const rename = (id: string, name: string): RowStep => ({
  sql: `UPDATE companies SET name = v.name FROM ${given(['id', 'name'])} WHERE companies.id = v.id`,
  rows: [{ id, name }],
  needed: true,
});
const names = async () =>
  Object.fromEntries(
    (await database.read<{ id: string; name: string }>('companies').select('id', 'name')).map(({ id, name }) => [
      id,
      name,
    ]),
  );

describe('writes that share a commit', () => {
  it('are each whole or not at all, whichever of their steps fails', async () => {
    await database.commit([insert('old')]);
    const outcomes = await Promise.allSettled([
      database.commit([insert('a'), rename('a', 'first')]),
      // Fails at its first step.
      database.commit([insert('old'), insert('never-1')]),
      // Fails at a later one, with something to take back.
      database.commit([insert('never-2'), insert('old')]),
      // Void: a needed step changes nothing, as the first one and as a later one.
      database.commit([rename('nobody', 'x'), insert('never-3')]),
      database.commit([insert('never-4'), rename('nobody', 'x')]),
      database.commit([rename('old', 'renamed')]),
      database.commit([insert('b')]),
    ]);
    const told = outcomes.map((outcome) => (outcome.status === 'fulfilled' ? outcome.value : 'refused'));
    expect(told).toEqual([true, 'refused', 'refused', false, false, true, true]);
    expect(await names()).toEqual({ old: 'renamed', a: 'first', b: 'b' });
  });

  it('are visible to who reads after their answer, also when many come at once', async () => {
    await Promise.all(
      Array.from({ length: 200 }, async (_, n) => {
        expect(await database.commit([insert(`many-${String(n)}`)])).toBe(true);
        const rows = await database.select('SELECT id FROM companies WHERE id = ?', [`many-${String(n)}`]);
        expect(rows).toHaveLength(1);
      }),
    );
  });
});
