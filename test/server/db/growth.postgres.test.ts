import { describe, expect, it } from 'vitest';
import type { Database } from '../../../server/db/database.ts';
import { followGrowth } from '../../../server/db/postgres-growth.ts';
import { insertRows } from '../../../server/db/row-steps.ts';
import { useDatabase } from '../kit/database.ts';
import { until } from '../kit/until.ts';

const AT = '2026-01-01T00:00:00.000Z';

async function counted({ read }: Database, table: string): Promise<number> {
  const [row] = await read.raw<{ rows: number }[]>('SELECT reltuples AS rows FROM pg_class WHERE oid = ?::regclass', [
    table,
  ]);
  return row?.rows ?? 0;
}

describe('a table that grows quickly is analyzed long before PostgreSQL would come to it', () => {
  const { database } = useDatabase();

  it('and again when it has doubled', async () => {
    const { commit, dialect } = database();
    const company = { name: 'c', product: 'ai-voice', plan: 'pro', primary_domain: 'c.example', created_at: AT };
    await commit([insertRows(dialect, 'companies', [{ id: 'c', ...company }])]);
    const add = (from: number, to: number) => {
      const users = Array.from({ length: to - from }, (_, n) => {
        const id = `user-${String(from + n)}`;
        const rest = {
          active: true,
          document: 'x'.repeat(600),
          search: {},
          version: 1,
          created_at: AT,
          updated_at: AT,
        };
        return { company_id: 'c', id, user_name: id, user_name_folded: id, ...rest };
      });
      return commit([insertRows(dialect, 'users', users)]);
    };

    await add(0, 500);
    await until(async () => (await counted(database(), 'users')) === 500);
    await add(500, 1_500);
    await until(async () => (await counted(database(), 'users')) === 1_500);
  });
});

describe('a table that grew is analyzed', () => {
  // The store of this database is told of no write, so that it looks at nothing, and PostgreSQL leaves this table alone.
  const { database } = useDatabase();
  const fill = async (rows: number) => {
    await database().write.raw("INSERT INTO fillers SELECT repeat('x', 600) FROM generate_series(1, ?::int)", [rows]);
  };
  const make = () =>
    database().write.raw(
      'DROP TABLE IF EXISTS fillers; CREATE TABLE fillers (filler text) WITH (autovacuum_enabled = off)',
    );

  it('also when it was written to while another process looked', async () => {
    await make();
    let asked = 0;
    const growth = followGrowth(database().write, async (work) => {
      asked += 1;
      if (asked > 1) await work();
      return asked > 1;
    });
    await fill(500);
    growth.wrote();
    await until(async () => (await counted(database(), 'fillers')) === 500);
    await growth.stop();
    expect(asked).toBe(2);
  });

  it('also when it was written to while it was looked at', async () => {
    await make();
    let looked = 0;
    const growth = followGrowth(database().write, async (work) => {
      await work();
      looked += 1;
      if (looked > 1) return true;
      await fill(500);
      growth.wrote();
      return true;
    });
    growth.wrote();
    await until(async () => (await counted(database(), 'fillers')) === 500);
    await growth.stop();
    expect(looked).toBe(2);
  });
});
