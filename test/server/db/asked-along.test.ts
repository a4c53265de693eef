import { expect, it } from 'vitest';
import { type Ask, createAskTogether } from '../../../server/db/ask-together.ts';
import { createCommitTogether } from '../../../server/db/commit-together.ts';
import type { RowStep } from '../../../server/db/database.ts';
import { sqliteTogether } from '../../../server/db/sqlite-together.ts';
import type { Bound, Question } from '../../../server/db/writing.ts';
import { until } from '../kit/until.ts';

const CROWD = { most: 1, enough: 1 };
const step = (name: string): RowStep => ({ sql: 'WRITE', rows: [{ name }] });

type Sent = { statements: readonly Bound[]; question: Question | undefined; end: (how: boolean | Error) => void };

/** Questions by themselves go to `ask`; what is sent as a commit waits until it is told to end. */
function storeOf(ask: Ask) {
  const sent: Sent[] = [];
  const { select, selectOne, take } = createAskTogether({ ask, together: sqliteTogether, crowd: CROWD });
  const commit = createCommitTogether({
    crowd: CROWD,
    takeQuestions: take,
    connect: () =>
      Promise.resolve({
        commit: (statements, question) =>
          new Promise<boolean>((done, failed) => {
            sent.push({ statements, question, end: (how) => (how instanceof Error ? failed(how) : done(how)) });
          }),
        release: () => Promise.resolve(),
      }),
  });
  return { select, selectOne, commit, sent };
}

/** Answers by what it is bound to; the first question only when it is told to, so that those behind it wait. */
function askBehindOne(): { ask: Ask; asked: string[]; endFirst: () => void } {
  const asked: string[] = [];
  let endFirst: () => void = () => undefined;
  const ask: Ask = (sql, bindings) => {
    asked.push(sql);
    if (asked.length === 1) return new Promise((resolve) => (endFirst = () => resolve([])));
    if (bindings.includes('wrong')) return Promise.reject(new Error('a wrong question'));
    return Promise.resolve(bindings.map((binding, asker) => ({ asker, apart: binding })));
  };
  return { ask, asked, endFirst: () => endFirst() };
}

/** Questions that find one under way, and a write that comes to them. */
async function askAndWrite(bindings: readonly string[]) {
  const { ask, asked, endFirst } = askBehindOne();
  const { select, selectOne, commit, sent } = storeOf(ask);
  void select('FIRST', []);
  await until(() => Promise.resolve(asked.length === 1));
  const answers = bindings.map((binding) => selectOne<{ apart?: string }>('SECOND', [binding]));
  // What is refused is looked at later.
  for (const answer of answers) answer.catch(() => undefined);
  const made = commit([step('a')]);
  made.catch(() => undefined);
  await until(() => Promise.resolve(sent.length === 1));
  return { answers, made, asked, sent, endFirst };
}

it('questions that wait go with a commit, and are answered before it is durable', async () => {
  const { answers, made, asked, sent } = await askAndWrite(['one', 'two']);
  expect(sent[0]?.question?.bindings).toEqual(['one', 'two']);
  sent[0]?.question?.answer([
    { asker: 1, name: 'second' },
    { asker: 0, name: 'first' },
  ]);
  expect(await Promise.all(answers)).toEqual([
    { asker: 0, name: 'first' },
    { asker: 1, name: 'second' },
  ]);
  sent[0]?.end(true);
  expect(await made).toBe(true);
  expect(asked).toEqual(['FIRST']);
});

it.each([new Error('a wrong question'), false])(
  'one that is wrong fails by itself: the write is made without it, and the others are answered (%s)',
  async (how) => {
    const { answers, made, sent, endFirst } = await askAndWrite(['right', 'wrong']);
    sent[0]?.end(how);
    await until(() => Promise.resolve(sent.length === 2));
    expect(sent[1]?.question).toBeUndefined();
    expect(sent[1]?.statements).toEqual(sent[0]?.statements);
    sent[1]?.end(true);
    expect(await made).toBe(true);
    endFirst();
    expect(await answers[0]).toEqual({ asker: 0, apart: 'right' });
    await expect(answers[1]).rejects.toThrow('a wrong question');
  },
);

it('one that was answered is not sent again with a transaction that is repeated', async () => {
  const { made, sent } = await askAndWrite(['one']);
  sent[0]?.question?.answer([{ apart: 'along' }]);
  sent[0]?.end(Object.assign(new Error('deadlock detected'), { code: '40P01' }));
  await until(() => Promise.resolve(sent.length === 2));
  expect(sent[1]?.question).toBeUndefined();
  sent[1]?.end(true);
  expect(await made).toBe(true);
});

it('questions that may take long stay where they wait', async () => {
  const { select, commit, sent } = storeOf(askBehindOne().ask);
  for (const sql of ['FIRST', 'SECOND']) void select(sql, []);
  void commit([step('a')]);
  await until(() => Promise.resolve(sent.length === 1));
  expect(sent[0]?.question).toBeUndefined();
});

it('a write that is wrong is tried once when the question was answered', async () => {
  const { answers, made, sent } = await askAndWrite(['one']);
  sent[0]?.question?.answer([{ apart: 'along' }]);
  sent[0]?.end(new Error('a wrong write'));
  await expect(made).rejects.toThrow('a wrong write');
  expect(await answers[0]).toEqual({ apart: 'along' });
  expect(sent.length).toBe(1);
});

it('a question is asked by itself when the connection is lost, and the write is not tried again', async () => {
  const { answers, made, sent, endFirst } = await askAndWrite(['one']);
  sent[0]?.end(Object.assign(new Error('lost'), { code: 'ECONNRESET' }));
  await expect(made).rejects.toThrow('lost');
  endFirst();
  expect(await answers[0]).toEqual({ asker: 0, apart: 'one' });
  expect(sent.length).toBe(1);
});
