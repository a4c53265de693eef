import type { Database, WriteBinding } from './database.ts';
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

/** How a database is asked several questions of the same text by one statement. */
export type Together = {
  /** How many of so many go into one: at least one. */
  most: (alike: number) => number;
  /** Asks all of them, at least one; every row of the answer says as `asker`, by number, whose it is. */
  statement: (questions: readonly Statement[]) => Statement;
};

/** Questions that were taken, as one: to be asked along with something else, or put back. */
export type TakenQuestions = Question & { isAnswered: () => boolean; putBack: () => void };

type Deps = {
  /** It may be called again before it has answered. */
  ask: Ask;
  together: Together;
  /** Of statements that are asked at the same time. */
  crowd: Crowd;
};

type AskTogether = Pick<Database, 'select' | 'selectOne'> & {
  /** Takes those of `selectOne` that wait, as many of one text as go together; null when there is none. */
  take: () => TakenQuestions | null;
};

/**
 * Single statements that every request needs. The way to a database and back costs more than what it does there, so
 * questions of the same text that wait together are asked as one statement; one that comes alone is asked at once.
 */
export function createAskTogether({ ask, together, crowd }: Deps): AskTogether {
  const waiting: Waiting[] = [];
  const schedule = createTurns(crowd, waiting, () => answerAll(takeAlike(waiting[0]?.sql)));

  function wait<Row>(sql: string, bindings: readonly WriteBinding[], mayGoAlong: boolean): Promise<Row[]> {
    return new Promise<Row[]>((done, failed) => {
      waiting.push({ sql, bindings, mayGoAlong, done: done as Waiting['done'], failed });
      schedule();
    });
  }

  /** Those that wait with a text, as many as go together. */
  function takeAlike(text: string | undefined): Waiting[] {
    const most = together.most(waiting.filter(({ sql }) => sql === text).length);
    const [taken, kept]: [Waiting[], Waiting[]] = [[], []];
    for (const one of waiting) (one.sql === text && taken.length < most ? taken : kept).push(one);
    waiting.splice(0, waiting.length, ...kept);
    return taken;
  }

  /** What is wrong with one question is no concern of the others: when they fail together, each is asked alone. */
  async function answerAll(questions: readonly Waiting[]): Promise<Tell> {
    const { sql, bindings, answer } = asOne(questions, together);
    try {
      const rows = await ask(sql, bindings);
      return () => answer(rows);
    } catch (error) {
      if (questions.length === 1) return () => questions[0]?.failed(error);
      const tells = await Promise.all(questions.map((one) => answerAll([one])));
      return () => tells.forEach((tell) => tell());
    }
  }

  return {
    select: (sql, bindings) => wait(sql, bindings, false),
    selectOne: async <Row>(sql: string, bindings: readonly WriteBinding[]) => (await wait<Row>(sql, bindings, true))[0],
    take() {
      const first = waiting.find(({ mayGoAlong }) => mayGoAlong);
      if (!first) return null;
      const questions = takeAlike(first.sql);
      const { sql, bindings, answer } = asOne(questions, together);
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

/** Questions of the same text, at least one. */
function asOne(questions: readonly Waiting[], together: Together): Question {
  const [first] = questions;
  if (!first) throw new Error('There is no question to be asked.');
  if (questions.length === 1) return { sql: first.sql, bindings: first.bindings, answer: first.done };
  return {
    ...together.statement(questions),
    answer(rows) {
      const answers = questions.map((): unknown[] => []);
      for (const row of rows) answers[(row as { asker: number }).asker]?.push(row);
      questions.forEach(({ done }, number) => done(answers[number] ?? []));
    },
  };
}
