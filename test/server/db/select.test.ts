import { beforeAll, describe, expect, it } from 'vitest';
import { insertRows } from '../../../server/db/row-steps.ts';
import { useDatabase } from '../kit/database.ts';

const { database } = useDatabase();

beforeAll(async () => {
  const rows = Array.from({ length: 40 }, (_, n) => ({ id: `c${n}`, primary_domain: `c${n}.example` }));
  const rest = { name: 'C', product: 'ai-voice', plan: 'pro', created_at: '2026-01-01T00:00:00.000Z' };
  await database()
    .write('companies')
    .insert(rows.map((row) => ({ ...row, ...rest })));
});

const BY_ID = 'SELECT id, primary_domain FROM companies WHERE id = ?';
const WITH_NAME = 'SELECT id FROM companies WHERE name = ? ORDER BY created_at, id LIMIT ?';
/** Fails on both databases when what is bound is no JSON. */
const LENGTH = () =>
  `SELECT count(*) AS length FROM (SELECT ? AS list) l, ${database().dialect.jsonEach('l.list', [])}`;

describe('questions that are asked at the same time', () => {
  it('get their own answers, in their own order, none and many rows too', async () => {
    const ids = Array.from({ length: 45 }, (_, n) => `c${n}`);
    const [one, many] = await Promise.all([
      Promise.all(ids.map((id) => database().select<{ id: string }>(BY_ID, [id]))),
      Promise.all(ids.map((_, n) => database().select<{ id: string }>(WITH_NAME, ['C', n]))),
    ]);
    expect(one.map((rows) => rows.map(({ id }) => id))).toEqual(ids.map((id, n) => (n < 40 ? [id] : [])));
    const sorted = ids.slice(0, 40).sort();
    expect(many.map((rows) => rows.map(({ id }) => id))).toEqual(ids.map((_, n) => sorted.slice(0, n)));
  });

  it('leave each other alone when one of them fails', async () => {
    const lists = ['[1]', 'no JSON', '[1, 2]', '[]', '[1, 2, 3]'];
    const asked = lists.map((list) => database().select<{ length: number }>(LENGTH(), [list]));
    const outcomes = (await Promise.allSettled(asked)).map((outcome) =>
      outcome.status === 'fulfilled' ? outcome.value[0]?.length : 'failed',
    );
    expect(outcomes).toEqual([1, 'failed', 2, 0, 3]);
  });

  it('see what was committed before', async () => {
    const rest = { name: 'N', product: 'ai-voice', plan: 'pro', created_at: '2026-01-01T00:00:00.000Z' };
    const made = Array.from({ length: 60 }, async (_, n) => {
      const row = { ...rest, id: `new${n}`, primary_domain: `new${n}.example` };
      await database().commit([insertRows(database().dialect, 'companies', [row])]);
      const { select, selectLong } = database();
      return Promise.all([select, selectLong].map((ask) => ask(BY_ID, [`new${n}`])));
    });
    expect((await Promise.all(made)).flat().every((rows) => rows.length === 1)).toBe(true);
  });
});

describe('questions that go through many rows', () => {
  const COUNT = (to: number) =>
    `WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < ${to}) SELECT count(*) AS rows FROM c`;

  it('do not hold up the short ones', async () => {
    let answered = 0;
    // More than a database may ask at a time.
    const long = Array.from({ length: 5 }, async (_, n) => {
      await database().selectLong(COUNT(1_000_000 + n), []);
      answered += 1;
    });
    await database().select(BY_ID, ['c1']);
    const before = answered;
    await Promise.all(long);
    expect(before).toBe(0);
  });

  it('are answered however many different ones there are', async () => {
    const texts = Array.from({ length: 12 }, (_, n) => COUNT(n + 1));
    for (const asked of [texts, [...texts].reverse()]) {
      const rows = await Promise.all(asked.map((text) => database().selectLong<{ rows: number }>(text, [])));
      expect(rows.flat().map((row) => row.rows)).toEqual(asked.map((text) => texts.indexOf(text) + 1));
    }
  });
});
