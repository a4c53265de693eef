import type { Database, WriteBinding } from './database.ts';
import { createKnown } from './known.ts';
import { createTurns, type Crowd, type Tell } from './turns.ts';

/** Runs one statement that reads, on a connection that is free. */
export type Ask = (sql: string, bindings: readonly WriteBinding[]) => Promise<unknown[]>;

/** A question that waits for its turn, and whom to tell the answer. */
type Question = {
  sql: string;
  bindings: readonly WriteBinding[];
  done: (rows: unknown[]) => void;
  failed: (error: unknown) => void;
};

/**
 * How many questions one statement asks. Not any number, since each is a statement that is kept prepared, on PostgreSQL with a
 * plan for every question; but near every number, so that few are left to be asked by one or two.
 */
const TOGETHER = [16, 12, 8, 6, 4, 3, 2, 1];
/** Questions whose statements for several are kept, some of which are long. */
const KEPT_QUESTIONS = 32;

/**
 * Single statements that every request needs. The way to a database and back costs more than what it does there, so
 * questions of the same text that wait together are asked as one statement; one that comes alone is asked at once.
 * @param ask reads; it may be called again before it has answered.
 * @param crowd of statements that are asked at the same time.
 */
export function createAskTogether(ask: Ask, crowd: Crowd): Database['select'] {
  const waiting: Question[] = [];
  const schedule = createTurns(crowd, waiting, async () => {
    const tells = await answerAll(ask, takeAlike(waiting));
    return () => tells.forEach((tell) => tell());
  });

  return <Row>(sql: string, bindings: readonly WriteBinding[]) =>
    new Promise<Row[]>((done, failed) => {
      waiting.push({ sql, bindings, done: done as Question['done'], failed });
      schedule();
    });
}

/** The first of those that wait, with others of the same text. */
function takeAlike(waiting: Question[]): Question[] {
  const sql = waiting[0]?.sql;
  const alike = waiting.filter((question) => question.sql === sql).length;
  const most = TOGETHER.find((times) => times <= alike) ?? 1;
  const [taken, kept]: [Question[], Question[]] = [[], []];
  for (const question of waiting) (question.sql === sql && taken.length < most ? taken : kept).push(question);
  waiting.splice(0, waiting.length, ...kept);
  return taken;
}

/** What is wrong with one question is no concern of the others: when they fail together, each is asked alone. */
async function answerAll(ask: Ask, questions: readonly Question[]): Promise<Tell[]> {
  const [first] = questions;
  if (!first) return [];
  try {
    if (questions.length > 1) return await answerTogether(ask, first.sql, questions);
    const rows = await ask(first.sql, first.bindings);
    return [() => first.done(rows)];
  } catch (error) {
    if (questions.length === 1) return [() => first.failed(error)];
    return (await Promise.all(questions.map((one) => answerAll(ask, [one])))).flat();
  }
}

/** Every row says by number whose it is. */
async function answerTogether(ask: Ask, sql: string, questions: readonly Question[]): Promise<Tell[]> {
  const rows = await ask(
    together(sql, questions.length),
    questions.flatMap(({ bindings }) => bindings),
  );
  const answers = questions.map((): unknown[] => []);
  for (const row of rows) answers[(row as { asker: number }).asker]?.push(row);
  return questions.map(
    ({ done }, number) =>
      () =>
        done(answers[number] ?? []),
  );
}

/** By the text of the question, and by how often it is asked: to put a long text together costs more than to ask it. */
const statements = createKnown<string[]>(KEPT_QUESTIONS);

/** The statement that asks the same question so many times. */
function together(sql: string, times: number): string {
  const ask = (_: unknown, number: number) => `SELECT ${number} AS asker, q.* FROM (${sql}) q`;
  return (statements(sql, () => [])[times] ??= Array.from({ length: times }, ask).join(' UNION ALL '));
}
