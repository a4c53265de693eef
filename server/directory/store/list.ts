import type { Knex } from 'knex';
import type { Database } from '../../db/database.ts';
import type { ResourceType } from '../../scim/schema/attribute.ts';
import type { ListQuery, Page } from '../record.ts';
import { orderOf, pageBounds, selectionOf } from './selection.ts';
import type { Selection } from './selection.ts';

/** One page of a company's rows of one type (`columns` of them, from `r`), and how many fit in all. Throws 400 invalidFilter and invalidPath. */
export async function listRows<Row extends object>(
  { read, dialect }: Pick<Database, 'read' | 'dialect'>,
  columns: string,
  companyId: string,
  type: ResourceType,
  query: ListQuery,
): Promise<Page<Row>> {
  const selection = selectionOf(dialect, type, companyId, query);
  const records = query.limit === 0 ? [] : await page<Row>(read, columns, selection, query);
  return { records, total: await countAll(read, selection, query, records.length) };
}

async function page<Row extends object>(
  read: Knex,
  columns: string,
  selection: Selection,
  query: ListQuery,
): Promise<Row[]> {
  const { table, where, sortKey } = selection;
  const { bound, offset, backward } = pageBounds(query);
  const order = orderOf(sortKey, 'r.id', query, backward);
  const rows: unknown = await read.raw(
    `SELECT ${columns} FROM ${table} r WHERE ${where.text}${bound.text} ORDER BY ${order} LIMIT ? OFFSET ?`,
    [...where.bindings, ...bound.bindings, query.limit, offset],
  );
  return backward ? (rows as Row[]).reverse() : (rows as Row[]);
}

/** A first page that is not full has told the number already. */
async function countAll(
  read: Knex,
  { table, where }: Selection,
  { from, limit }: ListQuery,
  found: number,
): Promise<number> {
  if ('offset' in from && from.offset === 0 && found < limit) return found;
  const [row] = await read.raw<{ total: number }[]>(
    `SELECT count(*) AS total FROM ${table} r WHERE ${where.text}`,
    where.bindings,
  );
  return row?.total ?? 0;
}
