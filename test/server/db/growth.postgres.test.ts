import { it } from 'vitest';
import { insertRows } from '../../../server/db/row-steps.ts';
import { useDatabase } from '../kit/database.ts';
import { until } from '../kit/until.ts';

const AT = '2026-01-01T00:00:00.000Z';

const { database } = useDatabase();

async function counted(): Promise<number> {
  const [row] = await database().read.raw<{ rows: number }[]>(
    "SELECT reltuples AS rows FROM pg_class WHERE oid = 'users'::regclass",
  );
  return row?.rows ?? 0;
}

it('a table that grows quickly is analyzed long before PostgreSQL would come to it, and again when it has doubled', async () => {
  const { commit, dialect } = database();
  const company = { id: 'c', name: 'c', product: 'ai-voice', plan: 'pro', primary_domain: 'c.example', created_at: AT };
  await commit([insertRows(dialect, 'companies', [company])]);
  const add = (from: number, to: number) => {
    const users = Array.from({ length: to - from }, (_, n) => {
      const id = `user-${String(from + n)}`;
      const rest = { active: true, document: 'x'.repeat(600), search: {}, version: 1, created_at: AT, updated_at: AT };
      return { company_id: 'c', id, user_name: id, user_name_folded: id, ...rest };
    });
    return commit([insertRows(dialect, 'users', users)]);
  };

  await add(0, 500);
  await until(async () => (await counted()) === 500);
  await add(500, 1_500);
  await until(async () => (await counted()) === 1_500);
});
