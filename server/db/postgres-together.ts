import type { Together } from './ask-together.ts';
import type { WriteBinding } from './database.ts';
import { inPlaces } from './in-places.ts';
import { createKnown } from './known.ts';
import type { Statement } from './writing.ts';

/** More in one statement gain nothing, and make the first of them wait. */
const MOST = 16;
/** Questions whose statements for several are kept, some of which are long. */
const KEPT_QUESTIONS = 32;

/**
 * PostgreSQL is asked by a statement that says the question once, and is given what it is bound to as rows of a JSON list. To
 * make a plan ready to run takes several times as long as to look a row up by it.
 */
export const postgresTogether: Together = {
  most: (alike) => Math.min(alike, MOST),
  statement: (questions) => ({ sql: statementFor(questions), bindings: [JSON.stringify(questions.map(rowOf))] }),
};

function rowOf({ bindings }: Statement, asker: number): Record<string, WriteBinding> {
  const row: Record<string, WriteBinding> = { asker };
  for (let place = 0; place < bindings.length; place += 1) row[columnOf(place)] = bindings[place] ?? null;
  return row;
}

function columnOf(place: number): string {
  return `bound${place}`;
}

/** By the text of the question, and by the types of what it is bound to. */
const statements = createKnown<Record<string, string>>(KEPT_QUESTIONS);

function statementFor(questions: readonly Statement[]): string {
  const [{ sql, bindings }] = questions as [Statement];
  const types = bindings.map((_, place) => typeOf(questions, place));
  return (statements(sql, () => ({}))[types.join()] ??= lateral(sql, types));
}

/** With an offset, which keeps it a question of its own: else PostgreSQL might read a whole table to join it to those who ask. */
function lateral(sql: string, types: readonly string[]): string {
  const question = inPlaces(sql, (place) => `given.${columnOf(place)}`);
  const columns = ['asker int', ...types.map((type, number) => `${columnOf(number)} ${type}`)].join(', ');
  const answered = `LATERAL (SELECT * FROM (${question}) q OFFSET 0) answered`;
  return `SELECT given.asker, answered.* FROM json_to_recordset(?) AS given(${columns}), ${answered}`;
}

/** Types from the narrowest on: whatever is of one is of those behind it, too. */
const NUMBERS = ['int', 'bigint', 'numeric'];

function rankOf(value: number): number {
  if (!Number.isSafeInteger(value)) return 2;
  return Math.abs(value) < 2 ** 31 ? 0 : 1;
}

/**
 * What the bindings at that place are: as columns they have a type of their own, and are not taken for what the place needs.
 * Where PostgreSQL finds it unfit, each question is asked alone.
 */
function typeOf(questions: readonly Statement[], place: number): string {
  let widest = -1;
  for (const { bindings } of questions) {
    const value = bindings[place] ?? null;
    if (typeof value === 'string') return 'text';
    if (typeof value === 'boolean') return 'boolean';
    if (value !== null) widest = Math.max(widest, rankOf(value));
  }
  return NUMBERS[widest] ?? 'text';
}
