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

/** Rows of which those are left out whose key is there already. */
export function insertOnce(dialect: Dialect, table: string, key: string, rows: readonly GivenRow[]): RowStep {
  const { sql } = insertRows(dialect, table, rows);
  // Without a condition SQLite would take ON for that of a join.
  const once = known(dialect, `once ${sql} ${key}`, () => `${sql} WHERE TRUE ON CONFLICT (${key}) DO NOTHING`);
  return { sql: once, rows };
}

/** Rows with counts, each of a key of its own, which are added to those of the row that has the same key. */
export function addCounts(
  dialect: Dialect,
  table: string,
  keys: readonly string[],
  rows: readonly GivenRow[],
): RowStep {
  const { sql } = insertRows(dialect, table, rows);
  const adding = known(dialect, `add ${sql} ${keys.join()}`, () => {
    const added = Object.keys(rows[0] ?? {}).filter((name) => !keys.includes(name));
    const sums = added.map((name) => `${name} = ${table}.${name} + excluded.${name}`);
    // Without a condition SQLite would take ON for that of a join.
    return `${sql} WHERE TRUE ON CONFLICT (${keys.join(', ')}) DO UPDATE SET ${sums.join(', ')}`;
  });
  return { sql: adding, rows };
}

/** A row with a number, into the place of one of the same key; the write is void when that has as high a number already. */
export function putHigher(dialect: Dialect, table: string, key: string, number: string, row: GivenRow): RowStep {
  const { sql, rows } = insertRows(dialect, table, [row]);
  const putting = known(dialect, `put ${sql} ${key} ${number}`, () => {
    const set = Object.keys(row).map((name) => `${name} = excluded.${name}`);
    const higher = `${table}.${number} < excluded.${number}`;
    // Without a condition SQLite would take ON for that of a join.
    return `${sql} WHERE TRUE ON CONFLICT (${key}) DO UPDATE SET ${set.join(', ')} WHERE ${higher}`;
  });
  return { sql: putting, rows, needed: true };
}

/** All but the latest rows of a table whose ids grow. */
export function dropSurplus(dialect: Dialect, table: string, most: number): RowStep {
  const sql = known(dialect, `surplus ${table}`, () => {
    const given = dialect.given(table, ['id']);
    return `DELETE FROM ${table} WHERE id <= (SELECT max(id) FROM ${table}) - (SELECT v.id FROM ${given})`;
  });
  return { sql, rows: [{ id: most }] };
}

/** A row with its next version; the write is void when the stored one is not the version before it. */
export function updateVersion(dialect: Dialect, table: string, key: GivenRow, row: GivenRow): RowStep {
  const [keys, columns] = [Object.keys(key), Object.keys(row)];
  const sql = known(dialect, `update ${table} ${keys.join()} ${columns.join()}`, () => {
    const set = columns.map((name) => `${name} = v.${name}`);
    const same = keys.map((name) => `${table}.${name} = v.${name}`);
    const where = [...same, `${table}.version = v.version - 1`].join(' AND ');
    const given = dialect.given(table, [...keys, ...columns]);
    return `UPDATE ${table} SET ${set.join(', ')} FROM ${given} WHERE ${where}`;
  });
  return { sql, rows: [{ ...key, ...row }], needed: true };
}

/** The row that has these values, its key and its version among them; the write is void when there is none. */
export function deleteVersion(dialect: Dialect, table: string, row: GivenRow): RowStep {
  const columns = Object.keys(row);
  const sql = known(dialect, `delete ${table} ${columns.join()}`, () => {
    const values = columns.map((name) => `v.${name}`).join(', ');
    const given = dialect.given(table, columns);
    return `DELETE FROM ${table} WHERE (${columns.join(', ')}) IN (SELECT ${values} FROM ${given})`;
  });
  return { sql, rows: [row], needed: true };
}
