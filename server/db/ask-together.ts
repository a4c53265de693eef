import type { Database, WriteBinding } from './database.ts';
import { createKnown } from './known.ts';
import { createTurns, type Crowd, type Tell } from './turns.ts';
import type { Question, Statement } from './writing.ts';

/** Runs one statement that reads, on a connection that is free. */
export type Ask = (sql: string, bindings: readonly WriteBinding[]) => Promise<unknown[]>;

/** A question that waits for its turn, and whom to tell the answer. */
type Waiting = Statement & {
  /** Whether it may be asked along with something else. */
  mayGoAlong: boolean;
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

/** Questions that were taken, as one: to be asked along with something else, or put back. */
export type TakenQuestions = Question & { isAnswered: () => boolean; putBack: () => void };

type AskTogether = Pick<Database, 'select' | 'selectOne'> & {
  /** Takes those of `selectOne` that wait, as many of one text as go together; null when there is none. */
  take: () => TakenQuestions | null;
};

/**
 * Single statements that every request needs. The way to a database and back costs more than what it does there, so
 * questions of the same text that wait together are asked as one statement; one that comes alone is asked at once.
 * @param ask reads; it may be called again before it has answered.
 * @param crowd of statements that are asked at the same time.
 */
export function createAskTogether(ask: Ask, crowd: Crowd): AskTogether {
  const waiting: Waiting[] = [];
  const schedule = createTurns(crowd, waiting, () => answerAll(ask, takeAlike(waiting, waiting[0]?.sql)));

  function wait<Row>(sql: string, bindings: readonly WriteBinding[], mayGoAlong: boolean): Promise<Row[]> {
    return new Promise<Row[]>((done, failed) => {
      waiting.push({ sql, bindings, mayGoAlong, done: done as Waiting['done'], failed });
      schedule();
    });
  }

  return {
    select: (sql, bindings) => wait(sql, bindings, false),
    selectOne: async <Row>(sql: string, bindings: readonly WriteBinding[]) => (await wait<Row>(sql, bindings, true))[0],
    take() {
      const first = waiting.find(({ mayGoAlong }) => mayGoAlong);
      if (!first) return null;
      const questions = takeAlike(waiting, first.sql);
      const { sql, bindings, answer } = asOne(questions);
      let answered = false;
      return {
        sql,
        bindings,
        answer(rows) {
          answered = true;
          answer(rows);
        },
        isAnswered: () => answered,
        putBack() {
          waiting.unshift(...questions.map((question) => ({ ...question, mayGoAlong: false })));
          schedule();
        },
      };
    },
  };
}

/** Those that wait with a text, as many as one statement asks. */
function takeAlike(waiting: Waiting[], text: string | undefined): Waiting[] {
  const alike = waiting.filter(({ sql }) => sql === text).length;
  const most = TOGETHER.find((times) => times <= alike) ?? 1;
  const [taken, kept]: [Waiting[], Waiting[]] = [[], []];
  for (const one of waiting) (one.sql === text && taken.length < most ? taken : kept).push(one);
  waiting.splice(0, waiting.length, ...kept);
  return taken;
}

/** What is wrong with one question is no concern of the others: when they fail together, each is asked alone. */
async function answerAll(ask: Ask, questions: readonly Waiting[]): Promise<Tell> {
  const { sql, bindings, answer } = asOne(questions);
  try {
    const rows = await ask(sql, bindings);
    return () => answer(rows);
  } catch (error) {
    if (questions.length === 1) return () => questions[0]?.failed(error);
    const tells = await Promise.all(questions.map((one) => answerAll(ask, [one])));
    return () => tells.forEach((tell) => tell());
  }
}

/** Questions of the same text, at least one. Of several every row says by number whose it is. */
function asOne(questions: readonly Waiting[]): Question {
  const [first] = questions;
  if (!first) throw new Error('There is no question to be asked.');
  if (questions.length === 1) return { sql: first.sql, bindings: first.bindings, answer: first.done };
  return {
    sql: together(first.sql, questions.length),
    bindings: questions.flatMap(({ bindings }) => bindings),
    answer(rows) {
      const answers = questions.map((): unknown[] => []);
      for (const row of rows) answers[(row as { asker: number }).asker]?.push(row);
      questions.forEach(({ done }, number) => done(answers[number] ?? []));
    },
  };
}

/** By the text of the question, and by how often it is asked: to put a long text together costs more than to ask it. */
const statements = createKnown<string[]>(KEPT_QUESTIONS);

/** The statement that asks the same question so many times. */
function together(sql: string, times: number): string {
  const ask = (_: unknown, number: number) => `SELECT ${number} AS asker, q.* FROM (${sql}) q`;
  return (statements(sql, () => [])[times] ??= Array.from({ length: times }, ask).join(' UNION ALL '));
}
