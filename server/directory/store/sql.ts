/** What a statement is bound to. */
export type Binding = string | number | boolean;

/** A piece of SQL and what its question marks stand for. */
export type Sql = { text: string; bindings: Binding[] };

export const sql = (text: string, bindings: Binding[] = []): Sql => ({ text, bindings });

/**
 * The pieces in brackets, with a word such as AND between them. Nested by halves: databases limit how deep expressions are,
 * and a long chain is as deep as it is long.
 */
export function join(pieces: readonly Sql[], word: 'AND' | 'OR'): Sql {
  const [only = sql('1 = 1'), ...more] = pieces;
  if (more.length === 0) return sql(`(${only.text})`, only.bindings);
  const middle = Math.ceil(pieces.length / 2);
  const left = join(pieces.slice(0, middle), word);
  const right = join(pieces.slice(middle), word);
  return sql(`(${left.text} ${word} ${right.text})`, [...left.bindings, ...right.bindings]);
}

/** How many values one statement is given at most. */
const CHUNK = 200;

export function chunks<T>(list: readonly T[]): T[][] {
  const parts: T[][] = [];
  for (let at = 0; at < list.length; at += CHUNK) parts.push(list.slice(at, at + CHUNK));
  return parts;
}
