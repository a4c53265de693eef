import type { Dialect } from './dialect.ts';

/** SQLite's words. */
export const sqliteDialect: Dialect = {
  name: 'sqlite',
  jsonColumn: (table, name) => table.text(name),
  // json_extract gives texts, numbers and booleans (as 0 and 1) by itself.
  jsonAt: (document, path) => (path.length === 0 ? document : `json_extract(${document}, '${jsonPath(path)}')`),
  jsonEach: (document, path) => `json_each(${document}, '${jsonPath(path)}') e`,
  given: (_table, columns) => {
    const values = columns.map((name) => `json_extract(e.value, '${jsonPath([name])}') AS ${name}`);
    // No limit at all; but where one is said, SQLite reads a row out of its JSON once and not at every mention of a column.
    return `(SELECT ${values.join(', ')} FROM (SELECT value FROM json_each(?) LIMIT -1) e LIMIT -1) v`;
  },
  // In the order of the rows, which come by an index that ends with the id.
  jsonPairs: (one, other) => `json_group_array(json_array(${one}, ${other}))`,
  jsonText: (text) => `json_quote(${text})`,
  bytes: (text) => `length(CAST(${text} AS BLOB))`,
  // Of bytes; among texts it is a text again.
  afterFirst: (text) => `substr(CAST(${text} AS BLOB), 2)`,
  passedOn: (text, { before, after }) =>
    `CAST(printf('%${before.toString()}s', '') || ${text} || printf('%${after.toString()}s', '') AS BLOB)`,
  among: (id, query) => `${id} IN (${query})`,
  joined: (text, separator) => `group_concat(${text}, '${separator}')`,
  contains: (text) => `instr(${text}, ?) > 0`,
  ending: (text) => `substr(${text}, -?)`,
  settleSchema: () => Promise.resolve(),
  // A transaction begins as the only writer of the file.
  lock: () => Promise.resolve(),
  wait: () => Promise.resolve(),
};

function jsonPath(path: readonly string[]): string {
  return `$${path.map((name) => `."${name}"`).join('')}`;
}
