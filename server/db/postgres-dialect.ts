import type { Dialect, JsonKind } from './dialect.ts';
import { settleSchema } from './postgres-schema.ts';

/** The first half of the keys of our advisory locks, so that they meet nobody else's in the same database. */
export const LOCK_SPACE = 0x4a43;

const CASTS: Record<JsonKind, string> = { text: ' COLLATE "C"', number: '::numeric', boolean: '::boolean' };

/** PostgreSQL's words. Texts compare by code point ("C"), as on SQLite, whatever the database's own order is. */
export const postgresDialect: Dialect = {
  name: 'postgres',
  jsonColumn: (table, name) => table.jsonb(name),
  jsonAt: (document, path, kind) => `((${document})::jsonb #>> '${jsonPath(path)}')${CASTS[kind]}`,
  jsonEach: (document, path) => {
    const list = `(${document})::jsonb #> '${jsonPath(path)}'`;
    return (
      `jsonb_array_elements(CASE jsonb_typeof(${list}) WHEN 'array' THEN ${list} ELSE '[]'::jsonb END) ` +
      'WITH ORDINALITY AS e(value, key)'
    );
  },
  // Of a function PostgreSQL expects a hundred rows, for which it would rather read all of a table than look each one up. Of a
  // limit that it cannot know beforehand (this one is none) it expects a tenth of them.
  given: (table) => `(SELECT * FROM json_populate_recordset(NULL::${table}, ?) LIMIT (SELECT NULL::bigint)) v`,
  jsonPairs: (one, other) => `json_agg(json_build_array(${one}, ${other}) ORDER BY ${one})::text`,
  jsonText: (text) => `to_json(${text})::text`,
  bytes: (text) => `octet_length(${text})`,
  afterFirst: (text) => `right(${text}, -1)`,
  passedOn: (text) => text,
  // A plain IN becomes a join, and of hundreds of joins no plan is found in time. Few ids are fetched first and looked up by
  // the key; many are gathered into a table in memory.
  among: (id, query, few) => (few ? `${id} = ANY (ARRAY(${query}))` : `(${id} IN (${query})) IS TRUE`),
  joined: (text, separator) => `string_agg(${text}, '${separator}')`,
  contains: (text) => `strpos(${text}, ?) > 0`,
  ending: (text) => `right(${text}, ?)`,
  settleSchema,
  lock: async (transaction, name) => {
    const { sql, bindings } = lockOf(name);
    await transaction.raw(sql, bindings);
  },
  wait: async (transaction) => {
    await transaction.raw('SET LOCAL lock_timeout = 0');
  },
};

/** Takes the lock of that name until the end of the transaction. */
export function lockOf(name: string): { sql: string; bindings: [number, string] } {
  return { sql: 'SELECT pg_advisory_xact_lock(?, hashtext(?))', bindings: [LOCK_SPACE, name] };
}

function jsonPath(path: readonly string[]): string {
  return `{${path.map((name) => `"${name}"`).join(',')}}`;
}
