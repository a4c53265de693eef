import type { GivenRow, RowStep } from '../../db/database.ts';
import type { Dialect } from '../../db/dialect.ts';

/** Rows of the same columns, at least one, into a table. */
export function insertRows(dialect: Dialect, table: string, rows: readonly GivenRow[]): RowStep {
  const columns = Object.keys(rows[0] ?? {});
  const values = columns.map((name) => `v.${name}`).join(', ');
  const sql = `INSERT INTO ${table} (${columns.join(', ')}) SELECT ${values} FROM ${dialect.given(table, columns)}`;
  return { sql, rows };
}

/** A row with its next version; the write is void when the stored one is not the version before it. */
export function updateVersion(dialect: Dialect, table: string, key: GivenRow, row: GivenRow): RowStep {
  const set = Object.keys(row).map((name) => `${name} = v.${name}`);
  const same = Object.keys(key).map((name) => `${table}.${name} = v.${name}`);
  const given = dialect.given(table, [...Object.keys(key), ...Object.keys(row)]);
  const where = [...same, `${table}.version = v.version - 1`].join(' AND ');
  const sql = `UPDATE ${table} SET ${set.join(', ')} FROM ${given} WHERE ${where}`;
  return { sql, rows: [{ ...key, ...row }], needed: true };
}

/** All rows that have the row's values. */
export function deleteRows(dialect: Dialect, table: string, row: GivenRow): RowStep {
  const columns = Object.keys(row);
  const values = columns.map((name) => `v.${name}`).join(', ');
  const given = dialect.given(table, columns);
  return { sql: `DELETE FROM ${table} WHERE (${columns.join(', ')}) IN (SELECT ${values} FROM ${given})`, rows: [row] };
}
