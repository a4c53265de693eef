import pg from 'pg';
import { expect, it } from 'vitest';
import { readConfig } from '../../../server/config.ts';
import type { Database } from '../../../server/db/database.ts';
import { openDatabase } from '../../../server/db/open-database.ts';
import { insertRows, updateVersion } from '../../../server/db/row-steps.ts';
import { makeStore } from '../kit/store.ts';
import { until } from '../kit/until.ts';

const IDS = Array.from({ length: 60 }, (_, n) => `user-${n.toString().padStart(2, '0')}`);
const ROUNDS = 20;
const AT = '2026-01-01T00:00:00.000Z';

/** As PostgreSQL does by itself where there are many users: it then locks them in the order in which it is given them. */
async function lookUpRowByRow(client: pg.Client, url: string): Promise<void> {
  for (const way of ['hashjoin', 'mergejoin', 'seqscan', 'bitmapscan'])
    await client.query(`ALTER DATABASE ${new URL(url).pathname.slice(1)} SET enable_${way} = off`);
}

async function fill({ commit, dialect }: Database): Promise<void> {
  const company = { id: 'c', name: 'c', product: 'ai-voice', plan: 'pro', primary_domain: 'c.example', created_at: AT };
  await commit([insertRows(dialect, 'companies', [company])]);
  const rest = { active: true, document: '{}', search: {}, version: 1, created_at: AT, updated_at: AT };
  const users = IDS.map((id) => ({ company_id: 'c', id, user_name: id, user_name_folded: id, ...rest }));
  await commit([insertRows(dialect, 'users', users)]);
}

/** Gives each user its next version, all at the same time; tells how many it changed. */
async function change({ commit, dialect }: Database, ids: readonly string[], version: number): Promise<number> {
  const step = (id: string) => updateVersion(dialect, 'users', { company_id: 'c', id }, { version });
  return (await Promise.all(ids.map((id) => commit([step(id)])))).filter(Boolean).length;
}

/** How often PostgreSQL had to end a circle; told only once nobody else is connected any more. */
async function circles(client: pg.Client): Promise<number> {
  const alone = `SELECT count(*)::int AS others FROM pg_stat_activity
    WHERE datname = current_database() AND backend_type = 'client backend' AND pid <> pg_backend_pid()`;
  await until(async () => (await client.query<{ others: number }>(alone)).rows[0]?.others === 0);
  const sql = 'SELECT deadlocks::int FROM pg_stat_database WHERE datname = current_database()';
  return (await client.query<{ deadlocks: number }>(sql)).rows[0]?.deadlocks ?? -1;
}

it('two processes that change the same rows in opposite order do not wait for each other in a circle', async () => {
  const store = await makeStore();
  const client = new pg.Client({ connectionString: store.env.DATABASE_URL });
  await client.connect();
  await lookUpRowByRow(client, store.env.DATABASE_URL);
  const open = () => openDatabase(readConfig(store.env).database);
  const [one, other] = [await open(), await open()];
  await fill(one);
  for (let version = 2; version < 2 + ROUNDS; version += 1) {
    const changed = await Promise.all([change(one, IDS, version), change(other, IDS.toReversed(), version)]);
    // Whoever comes second to a user finds that it has this version already.
    expect(changed[0] + changed[1]).toBe(IDS.length);
  }
  await Promise.all([one.close(), other.close()]);
  expect(await circles(client)).toBe(0);
  await client.end();
  await store.remove();
});
