import { expect, it, onTestFinished } from 'vitest';
import { insertRows } from '../../../server/db/row-steps.ts';
import { useDatabase } from '../kit/database.ts';
import { until } from '../kit/until.ts';

const { database } = useDatabase();

/** Each waits until nobody else holds the lock, and holds up whoever asks behind it. */
const LOCKED = 'SELECT pg_advisory_xact_lock_shared(1), ?::text AS asked';
/** How many are asked at the same time, and more than that. */
const [AT_ONCE, QUESTIONS] = [4, 6];

it('a look-up behind questions that take long goes with the next commit', async () => {
  const { read, write, select, selectOne, commit, dialect } = database();
  const company = {
    id: 'c',
    name: 'c',
    product: 'ai-voice',
    plan: 'pro',
    primary_domain: 'c.example',
    created_at: 'x',
  };
  const lock = await write.transaction();
  onTestFinished(async () => {
    if (!lock.isCompleted()) await lock.rollback();
  });
  await lock.raw('SELECT pg_advisory_xact_lock(1)');
  const texts = Array.from({ length: QUESTIONS }, (_, n) => `${LOCKED}, ${n} AS number`);
  const slow = texts.map((sql) => select(sql, ['slow']));
  const waiting = `SELECT count(*)::int AS count FROM pg_stat_activity
    WHERE datname = current_database() AND wait_event_type = 'Lock' AND wait_event = 'advisory'`;
  const countWaiting = async () => (await read.raw<{ count: number }[]>(waiting))[0]?.count ?? 0;
  await until(async () => (await countWaiting()) === AT_ONCE);
  const found = selectOne<{ name: string }>('SELECT ? AS name', ['found']);
  expect(await commit([insertRows(dialect, 'companies', [company])])).toBe(true);
  expect(await found).toEqual({ name: 'found' });
  expect(await countWaiting()).toBe(AT_ONCE);
  await lock.rollback();
  expect((await Promise.all(slow)).length).toBe(QUESTIONS);
});
