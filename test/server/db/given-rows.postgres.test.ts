import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Database, RowStep } from '../../../server/db/database.ts';
import { deleteVersion, insertRows, updateVersion } from '../../../server/db/row-steps.ts';
import { useDatabase } from '../kit/database.ts';

const AT = '2026-01-01T00:00:00.000Z';
/** Few enough that to read all of them seems quick beside so many look-ups as PostgreSQL expects of a function. */
const USERS = 1_000;

const { database, store } = useDatabase();
let client: pg.Client;

beforeAll(async () => {
  client = new pg.Client({ connectionString: store().env.DATABASE_URL });
  await client.connect();
  await fill(database());
  await client.query('ANALYZE users');
  await client.query('SET plan_cache_mode = force_generic_plan');
});
afterAll(async () => {
  await client.end();
});

async function fill({ commit, dialect }: Database): Promise<void> {
  const company = { id: 'c', name: 'c', product: 'ai-voice', plan: 'pro', primary_domain: 'c.example', created_at: AT };
  await commit([insertRows(dialect, 'companies', [company])]);
  const rest = { active: true, document: 'x'.repeat(600), search: {}, version: 1, created_at: AT, updated_at: AT };
  const users = Array.from({ length: USERS }, (_, n) => {
    const id = `user-${n.toString().padStart(4, '0')}`;
    return { company_id: 'c', id, user_name: id, user_name_folded: id, ...rest };
  });
  await commit([insertRows(dialect, 'users', users)]);
}

/** How PostgreSQL carries the step out, whatever rows it is given. */
async function planOf({ sql }: RowStep): Promise<string> {
  await client.query(`PREPARE step AS ${sql.replace('?', '$1')}`);
  const { rows } = await client.query<{ 'QUERY PLAN': string }>("EXPLAIN EXECUTE step('[]')");
  await client.query('DEALLOCATE step');
  return rows.map((row) => row['QUERY PLAN']).join('\n');
}

it.each([
  ['changes', () => updateVersion(database().dialect, 'users', { company_id: 'c', id: 'x' }, { version: 2 })],
  ['deletes', () => deleteVersion(database().dialect, 'users', { company_id: 'c', id: 'x', version: 1 })],
])('a statement that %s the rows that it is given finds them by the key', async (_, step) => {
  const plan = await planOf(step());
  expect(plan).toContain('users_pkey');
  expect(plan).not.toContain('Seq Scan on users');
});

it('a changed user stays on its page, and no index is written, while what is looked up by one is as it was', async () => {
  const { sql, rows } = updateVersion(
    database().dialect,
    'users',
    { company_id: 'c', id: 'user-0500' },
    { document: 'y'.repeat(600), search: { title: 'new' }, version: 2, updated_at: '2026-01-02T00:00:00.000Z' },
  );
  await client.query('BEGIN');
  await client.query(sql.replace('?', '$1'), [JSON.stringify(rows)]);
  const inPlace = "pg_stat_get_xact_tuples_hot_updated('users'::regclass)::int";
  expect((await client.query(`SELECT ${inPlace} AS changed`)).rows).toEqual([{ changed: 1 }]);
  await client.query('ROLLBACK');
});
