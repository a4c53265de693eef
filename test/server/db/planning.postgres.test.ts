import { beforeAll, describe, expect, it } from 'vitest';
import { Secret } from '../../../shared/secret.ts';
import type { WriteBinding } from '../../../server/db/database.ts';
import { openPostgres } from '../../../server/db/postgres-database.ts';
import { postgresTogether } from '../../../server/db/postgres-together.ts';
import { insertRows } from '../../../server/db/row-steps.ts';
import type { Statement } from '../../../server/db/writing.ts';
import { useDatabase } from '../kit/database.ts';

const AT = '2026-01-01T00:00:00.000Z';
/** So few that to read and sort all of them seems quick, on a disk that has to turn to each. */
const USERS = 1_000;

const { database, store } = useDatabase();

beforeAll(async () => {
  const { commit, dialect, write } = database();
  const company = { id: 'c', name: 'c', product: 'ai-voice', plan: 'pro', primary_domain: 'c.example', created_at: AT };
  await commit([insertRows(dialect, 'companies', [company])]);
  const rest = { active: true, document: 'x'.repeat(600), search: {}, version: 1, created_at: AT, updated_at: AT };
  const users = Array.from({ length: USERS }, (_, n) => {
    const id = `user-${((n * 617) % USERS).toString().padStart(4, '0')}`;
    return { company_id: 'c', id, user_name: id, user_name_folded: id, ...rest };
  });
  await commit([insertRows(dialect, 'users', users)]);
  await write.raw('ANALYZE users');
});

async function planOf({ sql, bindings }: Statement): Promise<string> {
  const plan = await database().read.raw<{ 'QUERY PLAN': string }[]>(`EXPLAIN ${sql}`, [...bindings]);
  return plan.map((row) => row['QUERY PLAN']).join('\n');
}

describe.each<[string, string, WriteBinding[]]>([
  ['a page', 'SELECT document FROM users WHERE company_id = ? AND id >= ? ORDER BY id LIMIT ? OFFSET ?', [100, 60]],
  ['a count of what is behind', 'SELECT count(*) FROM users WHERE company_id = ? AND id >= ?', []],
])('%s of a company of a thousand', (_, sql, rest) => {
  const asked = ['user-0400', 'user-0700'].map((id) => ({ sql, bindings: ['c', id, ...rest] }));

  it.each<[string, Statement]>([
    ['alone', asked[0] as Statement],
    ['with another', postgresTogether.statement(asked)],
  ])('follows the index from where it begins, in one process, when it is asked for %s', async (__, statement) => {
    const steps = await planOf(statement);
    expect(steps).toMatch(/Index (Only )?Scan using users_pkey/);
    expect(steps).not.toMatch(/Sort|Gather|Seq Scan/);
  });
});

it('several users that are asked for at once are found by the index, each by itself, in a small company too', async () => {
  const { write } = database();
  await write.raw('CREATE TABLE small AS SELECT * FROM users ORDER BY id LIMIT 200');
  await write.raw('ALTER TABLE small ADD PRIMARY KEY (company_id, id)');
  await write.raw('ANALYZE small');
  const sql = 'SELECT document FROM small WHERE company_id = ? AND id = ?';
  const asked = ['user-0001', 'user-0002'].map((id) => ({ sql, bindings: ['c', id] }));
  const steps = await planOf(postgresTogether.statement(asked));
  expect(steps).toContain('Index Scan using small_pkey');
  expect(steps).not.toMatch(/Hash|Sort|Seq Scan/);
});

it('the address of the database may say otherwise', async () => {
  const url = new URL(store().env.DATABASE_URL);
  url.searchParams.set('options', '-c jit=on');
  const opened = await openPostgres({ url: new Secret(url.href) });
  const settings = opened.read('pg_settings').whereIn('name', ['jit', 'random_page_cost']).orderBy('name');
  expect(await settings.pluck<string[]>('setting')).toEqual(['on', '1.1']);
  await opened.close();
});
