import { describe, expect, it } from 'vitest';
import type { RowStep } from '../../../server/db/database.ts';
import { insertRows, updateVersion } from '../../../server/db/row-steps.ts';
import { useDatabase } from '../kit/database.ts';

const { database } = useDatabase();

const given = (columns: string[]) => database().dialect.given('companies', columns);
const insert = (id: string): RowStep => {
  const row = {
    id,
    name: id,
    product: 'ai-voice',
    plan: 'pro',
    primary_domain: `${id}.example`,
    created_at: '2026-01-01',
  };
  return insertRows(database().dialect, 'companies', [row]);
};
const rename = (id: string, name: string): RowStep => {
  const same = 'companies.id = v.id';
  return {
    sql: `UPDATE companies SET name = v.name FROM ${given(['id', 'name'])} WHERE ${same}`,
    rows: [{ id, name }],
    needed: true,
  };
};
const names = async () =>
  Object.fromEntries(
    (await database().read<{ id: string; name: string }>('companies').select('id', 'name')).map(({ id, name }) => [
      id,
      name,
    ]),
  );

describe('writes that share a commit', () => {
  it('are each whole or not at all, whichever of their steps fails', async () => {
    await database().commit([insert('old')]);
    const outcomes = await Promise.allSettled([
      database().commit([insert('a'), rename('a', 'first')]),
      // Fails at its first step.
      database().commit([insert('old'), insert('never-1')]),
      // Fails at a later one, with something to take back.
      database().commit([insert('never-2'), insert('old')]),
      // Void: a needed step changes nothing, as the first one and as a later one.
      database().commit([rename('nobody', 'x'), insert('never-3')]),
      database().commit([insert('never-4'), rename('nobody', 'x')]),
      database().commit([rename('old', 'renamed')]),
      database().commit([insert('b')]),
    ]);
    const told = outcomes.map((outcome) => (outcome.status === 'fulfilled' ? outcome.value : 'refused'));
    expect(told).toEqual([true, 'refused', 'refused', false, false, true, true]);
    expect(await names()).toEqual({ old: 'renamed', a: 'first', b: 'b' });
  });

  it('change a version once, and each is told whether it was the one', async () => {
    const group = { document: '{}', search: {}, version: 1, created_at: '2026-01-01', updated_at: '2026-01-01' };
    const named = (name: string) => ({ display_name: name, display_name_folded: name });
    const groups = ['one', 'two'].map((id) => ({ company_id: 'c', id, ...named(id), ...group }));
    await database().commit([insert('c'), insertRows(database().dialect, 'groups', groups)]);
    const change = (id: string, name: string): Promise<boolean> =>
      database().commit([
        updateVersion(database().dialect, 'groups', { company_id: 'c', id }, { version: 2, ...named(name) }),
      ]);
    const [first, second, two, nobody] = await Promise.all([
      change('one', 'first'),
      change('one', 'second'),
      change('two', 'changed'),
      change('nobody', 'x'),
    ]);
    expect([first || second, first && second, two, nobody]).toEqual([true, false, true, false]);
    const stored = await database().read('groups').orderBy('id').select<{ display_name: string }[]>('display_name');
    expect(stored.map((row) => row.display_name)).toEqual([first ? 'first' : 'second', 'changed']);
  });

  it('are made in whichever way they are written, also when there are more ways than are kept', async () => {
    await database().commit([insert('kept')]);
    // Each comes once more when all of them have been there.
    const ways = Array.from({ length: 70 }, (_, way) => {
      const name = `way-${String(way)}`;
      const sql = `UPDATE companies SET name = v.name FROM ${given(['id', 'name'])} WHERE companies.id = v.id AND '${name}' <> ''`;
      return (id: string): RowStep => ({ sql, rows: [{ id, name }], needed: true });
    });
    for (const round of [1, 2]) {
      for (const [way, step] of ways.entries()) {
        const other = `other-${String(round)}-${String(way)}`;
        expect(await database().commit([insert(other), step('kept')])).toBe(true);
        expect(await database().commit([step('nobody')])).toBe(false);
        expect(await database().commit([insert('never'), step('nobody')])).toBe(false);
        await expect(database().commit([insert('never'), insert(other), step('kept')])).rejects.toThrow();
        expect(await names()).toMatchObject({ kept: `way-${String(way)}`, [other]: other });
      }
    }
    expect(await names()).not.toHaveProperty('never');
  });

  it('are visible to who reads after their answer, also when many come at once', async () => {
    await Promise.all(
      Array.from({ length: 200 }, async (_, n) => {
        expect(await database().commit([insert(`many-${String(n)}`)])).toBe(true);
        const rows = await database().select('SELECT id FROM companies WHERE id = ?', [`many-${String(n)}`]);
        expect(rows).toHaveLength(1);
      }),
    );
  });
});
