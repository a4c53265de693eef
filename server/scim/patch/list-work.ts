import { isJsonObject, type Json } from '../../../shared/scim/json.ts';
import { invalid } from '../../errors.ts';
import { testsIn } from '../filter/evaluate.ts';
import type { Operation } from './operations.ts';
import type { AttributeTarget } from './target.ts';

/** How often the operations of one PATCH changed a list so far, and how many characters of JSON they went through for it. */
export type ListWork = { changes: number; characters: number };

/** Without a path one operation can name the same list again and again. */
const MOST_CHANGES = 1_000;

/** About half a second's work, in which nobody else is answered; thousands of accounts have fewer in all their lists. */
const MOST_CHARACTERS = 16 * 1_048_576;

/**
 * Counts a change of a list before it is made: it goes through the whole list, for each test of its filter anew. Of members,
 * which are rows of their own, there is no list here.
 * @throws DomainError 400 `invalidValue` when it would be too much.
 */
export function countListChange(
  work: ListWork,
  list: Json | undefined,
  operation: Operation,
  target: AttributeTarget,
): void {
  work.changes += 1;
  if (work.changes > MOST_CHANGES) {
    throw invalid('invalidValue', `One PATCH may change lists ${MOST_CHANGES} times, which is the limit.`);
  }
  if (!Array.isArray(list)) return;
  work.characters += JSON.stringify(list).length * timesThrough(operation, target);
  if (work.characters <= MOST_CHARACTERS) return;
  const detail =
    `One PATCH may go through lists of ${MOST_CHARACTERS} characters altogether, which is the limit, and ` +
    `${target.attribute.name} is too long for so many changes. Send fewer operations at a time, or shorter filters.`;
  throw invalid('invalidValue', detail);
}

/** A list of what is to be removed is compared once for each set of parts by which it names elements. */
function timesThrough({ op, value }: Operation, { where, sub }: AttributeTarget): number {
  if (where) return testsIn(where);
  if (op !== 'remove' || sub || !Array.isArray(value)) return 1;
  return new Set(value.map((element) => (isJsonObject(element) ? Object.keys(element).sort().join() : ''))).size;
}
