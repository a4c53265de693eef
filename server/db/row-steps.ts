import type { GivenRow, RowStep } from './database.ts';
import type { Dialect } from './dialect.ts';

/**
 * Statements are put together once for each table and its columns, of which there are few. Those of writes that come together
 * are told from each other by their text, which is quick when it is one text and not another one that says the same.
 */
const statements = new WeakMap<Dialect, Map<string, string>>();

function known(dialect: Dialect, what: string, make: () => string): string {
  const made = statements.get(dialect) ?? new Map<string, string>();
  statements.set(dialect, made);
  const sql = made.get(what) ?? make();
  made.set(what, sql);
  return sql;
}

/** Rows of the same columns, at least one, into a table. */
export function insertRows(dialect: Dialect, table: string, rows: readonly GivenRow[]): RowStep {
  const columns = Object.keys(rows[0] ?? {});
  const sql = known(dialect, `insert ${table} ${columns.join()}`, () => {
    const values = columns.map((name) => `v.${name}`).join(', ');
    return `INSERT INTO ${table} (${columns.join(', ')}) SELECT ${values} FROM ${dialect.given(table, columns)}`;
  });
  return { sql, rows };
}

/** A row with its next version; the write is void when the stored one is not the version before it. */
export function updateVersion(dialect: Dialect, table: string, key: GivenRow, row: GivenRow): RowStep {
  const [keys, columns] = [Object.keys(key), Object.keys(row)];
  const sql = known(dialect, `update ${table} ${keys.join()} ${columns.join()}`, () => {
    const set = columns.map((name) => `${name} = v.${name}`);
    const same = keys.map((name) => `${table}.${name} = v.${name}`);
    const where = [...same, `${table}.version = v.version - 1`].join(' AND ');
    return `UPDATE ${table} SET ${set.join(', ')} FROM ${dialect.given(table, [...keys, ...columns])} WHERE ${where}`;
  });
  return { sql, rows: [{ ...key, ...row }], needed: true };
}

/** All rows that have the row's values. */
export function deleteRows(dialect: Dialect, table: string, row: GivenRow): RowStep {
  const columns = Object.keys(row);
  const sql = known(dialect, `delete ${table} ${columns.join()}`, () => {
    const values = columns.map((name) => `v.${name}`).join(', ');
    return `DELETE FROM ${table} WHERE (${columns.join(', ')}) IN (SELECT ${values} FROM ${dialect.given(table, columns)})`;
  });
  return { sql, rows: [row] };
}
