import type { Together } from './ask-together.ts';
import { createKnown } from './known.ts';

/**
 * How many questions one statement asks. Not any number, since each is a statement that is kept prepared; but near every number,
 * so that few are left to be asked by one or two.
 */
const TIMES = [16, 12, 8, 6, 4, 3, 2, 1];
/** Questions whose statements for several are kept, some of which are long. */
const KEPT_QUESTIONS = 32;

/** SQLite is asked by a statement that says the question once for each who asks. */
export const sqliteTogether: Together = {
  most: (alike) => TIMES.find((times) => times <= alike) ?? 1,
  statement: (questions) => ({
    sql: repeated(questions[0]?.sql ?? '', questions.length),
    bindings: questions.flatMap(({ bindings }) => bindings),
  }),
};

/** By the text of the question, and by how often it is asked: to put a long text together costs more than to ask it. */
const statements = createKnown<string[]>(KEPT_QUESTIONS);

function repeated(sql: string, times: number): string {
  const ask = (_: unknown, number: number) => `SELECT ${number} AS asker, q.* FROM (${sql}) q`;
  return (statements(sql, () => [])[times] ??= Array.from({ length: times }, ask).join(' UNION ALL '));
}
