/** What a statement is bound to. */
export type Binding = string | number | boolean;

/** A piece of SQL and what its question marks stand for. */
export type Sql = { text: string; bindings: Binding[] };

export const sql = (text: string, bindings: Binding[] = []): Sql => ({ text, bindings });

/** The pieces in brackets, with a word such as AND between them. */
export function join(pieces: Sql[], word: 'AND' | 'OR'): Sql {
  return sql(
    pieces.map((piece) => `(${piece.text})`).join(` ${word} `),
    pieces.flatMap((piece) => piece.bindings),
  );
}

/** How many values one statement is given at most. */
const CHUNK = 200;

export function chunks<T>(list: readonly T[]): T[][] {
  const parts: T[][] = [];
  for (let at = 0; at < list.length; at += CHUNK) parts.push(list.slice(at, at + CHUNK));
  return parts;
}
