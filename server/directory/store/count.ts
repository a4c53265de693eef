import type { Database } from '../../db/database.ts';
import type { Selection } from './selection.ts';

/** How many rows a list chooses in all. */
export async function countOf(select: Database['select'], { table, where }: Selection): Promise<number> {
  const sql = `SELECT count(*) AS total FROM ${table} r WHERE ${where.text}`;
  const [row] = await select<{ total: number }>(sql, where.bindings);
  return row?.total ?? 0;
}
