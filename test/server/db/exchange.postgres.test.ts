import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Secret } from '../../../shared/secret.ts';
import { connectionSettings } from '../../../server/db/postgres-connection.ts';
import { exchange, type Sent } from '../../../server/db/postgres-exchange.ts';
import { makeStore, type TestStore } from '../kit/store.ts';
import { until } from '../kit/until.ts';

let store: TestStore;
let client: pg.Client;
let other: pg.Client;

beforeAll(async () => {
  store = await makeStore({ empty: true });
  const open = async () => {
    const opened = new pg.Client(connectionSettings(new Secret(store.env.DATABASE_URL), 'a-test'));
    await opened.connect();
    return opened;
  };
  [client, other] = [await open(), await open()];
  await client.query('CREATE TABLE things (id int PRIMARY KEY, name text)');
  await client.query("INSERT INTO things VALUES (1, 'one'), (2, NULL)");
});

afterAll(async () => {
  await Promise.all([client.end(), other.end()]);
  await store.remove();
});

const rename = (name: string, id = 1): Sent => ({
  text: 'UPDATE things SET name = $1 WHERE id = $2',
  name: 'rename',
  values: [name, id.toString()],
});
const named = async (id: number): Promise<string | null | undefined> =>
  (await client.query<{ name: string | null }>('SELECT name FROM things WHERE id = $1', [id])).rows[0]?.name;
const question = (text: string, values: Sent['values'], name?: string) => {
  const answers: unknown[][] = [];
  return {
    answers,
    text,
    values,
    ...(name === undefined ? {} : { name }),
    answer: (rows: unknown[]) => answers.push(rows),
  };
};

it('answers with values of their types, NULL among them, prepared or not', async () => {
  const text = `SELECT id, name, count(*) OVER () AS whole, '{"a": 1}'::jsonb AS document, name IS NULL AS without
    FROM things WHERE $1::text IS NULL OR name = $1 ORDER BY id`;
  const rest = { whole: 2, document: '{"a": 1}' };
  const all = [
    { id: 1, name: 'one', ...rest, without: false },
    { id: 2, name: null, ...rest, without: true },
  ];
  for (const name of [undefined, 'kept', 'kept']) {
    const [every, none] = [question(text, [null], name), question(text, ['nobody'], name)];
    await exchange(client, { question: every, statements: [] });
    await exchange(client, { question: none, statements: [] });
    expect([every.answers, none.answers]).toEqual([[all], [[]]]);
  }
});

it('answers the question while the statements behind it wait', async () => {
  await other.query('BEGIN');
  await other.query('SELECT * FROM things WHERE id = 1 FOR UPDATE');
  const asked = question('SELECT name FROM things WHERE id = $1', ['1']);
  let ended = false;
  const whole = exchange(client, { question: asked, statements: [rename('two')] }).then(() => (ended = true));
  await until(() => Promise.resolve(asked.answers.length === 1));
  expect([asked.answers, ended]).toEqual([[[{ name: 'one' }]], false]);
  await other.query('ROLLBACK');
  await whole;
  expect(await named(1)).toBe('two');
});

it('keeps nothing when the question fails, and nothing when a statement does after it was answered', async () => {
  const before = await named(1);
  const wrong = question('SELECT 1 / $1::int AS n', ['0']);
  await expect(exchange(client, { question: wrong, statements: [rename('x')] })).rejects.toThrow('division by zero');
  const right = question('SELECT 1 / $1::int AS n', ['1']);
  const twice: Sent = { text: 'INSERT INTO things VALUES (1)', values: [] };
  await expect(exchange(client, { question: right, statements: [rename('y'), twice] })).rejects.toThrow(
    'duplicate key',
  );
  expect([wrong.answers, right.answers]).toEqual([[], [[{ n: 1 }]]]);
  expect(await named(1)).toBe(before);
});
