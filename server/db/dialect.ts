import type { Knex } from 'knex';

/** What a value inside a JSON document is. */
export type JsonKind = 'text' | 'number' | 'boolean';

/** The words for what SQLite and PostgreSQL say differently. Pieces of SQL are for statements that bind by question mark. */
export type Dialect = {
  name: 'sqlite' | 'postgres';
  /** A column for JSON documents that queries look into. */
  jsonColumn(table: Knex.CreateTableBuilder, name: string): Knex.ColumnBuilder;
  /** The value at a path of a document, NULL where there is none. The names are ours, never a client's. */
  jsonAt(document: string, path: readonly string[], kind: JsonKind): string;
  /** The elements of the list at a path, as rows `e` with their `value` and `key`, their place in it; none where there is no list. */
  jsonEach(document: string, path: readonly string[]): string;
  /**
   * The rows that a statement is given as one JSON text (bound once), as `v` with these columns of a table, each in its
   * column's own type.
   */
  given(table: string, columns: readonly string[]): string;
  /** Two values of every row, as JSON text: a list of pairs, in the order of the first values; NULL or empty without rows. */
  jsonPairs(one: string, other: string): string;
  /**
   * Whether an id is among those that a query gives, whatever else the condition is made of. `few`: an index finds them,
   * and they are few.
   */
  among(id: string, query: string, few: boolean): string;
  /** A text as JSON writes it, in quotes. */
  jsonText(text: string): string;
  /** How many bytes a text takes (UTF-8), without looking through all of it. */
  bytes(text: string): string;
  /** A text behind its first character, which is ASCII, without looking through all of it. */
  afterFirst(text: string): string;
  /**
   * A long text as the driver gives it out at the least cost: as bytes (UTF-8) where that spares it decoding them, with as
   * many spaces around them as are said.
   */
  passedOn(text: string, room: { before: number; after: number }): string;
  /** The texts of all rows as one, in their order, with a separator between them; NULL without rows. */
  joined(text: string, separator: string): string;
  /** Whether a text holds another one (bound once), by code points. */
  contains(text: string): string;
  /** The end of a text, as many characters as are bound. */
  ending(text: string): string;
  /** Gives every table what it has on this database alone, after migrations made or changed some. */
  settleSchema(transaction: Knex): Promise<void>;
  /** Makes every other transaction that locks the same name wait until this one has ended. */
  lock(transaction: Knex, name: string): Promise<void>;
  /** Lets a transaction wait for others for as long as it takes, which a request never does. */
  wait(transaction: Knex): Promise<void>;
};
