import type { Database } from '../../db/database.ts';
import type { ResourceType } from '../../scim/schema/attribute.ts';
import type { Answerable, ListQuery, Page } from '../record.ts';
import { orderOf, pageBounds, selectionOf } from './selection.ts';
import type { Ruler } from './ruler.ts';
import type { Selection } from './selection.ts';

/** What stands between the fields of a packed row, and between rows: neither is ever in an id, a time or JSON text. */
const FIELD = '\x1f';
const ROW = '\x1e';

/** Reads pages, as one text each: taking single columns of a hundred rows over costs more than finding them. */
type Reader = Pick<Database, 'select' | 'dialect'> & { ruler: Ruler | null };

/**
 * One page of a company's resources of one type, as far as answers are made of them, and how many fit in all. Throws 400
 * invalidFilter and invalidPath.
 * @param extra one more column of `r`, JSON text or NULL, that `finish` makes something of.
 */
export async function listRows<T extends Answerable>(
  { select, dialect, ruler }: Reader,
  { type, extra, finish }: { type: ResourceType; extra: string; finish: (row: Answerable, extra: string) => T },
  companyId: string,
  query: ListQuery,
): Promise<Page<T>> {
  const selection = selectionOf(dialect, type, companyId, query);
  const rows = { select, dialect, selection, extra };
  if (ruler && query.filter === null && query.sort === null && !isFirstPage(query)) {
    const { total, mark } = await ruler.place(companyId, 'offset' in query.from ? query.from.offset : 0);
    const records = await page(rows, query, mark);
    return { records: records.map((row) => unpack(row, finish)), total };
  }
  const records = await page(rows, query, null);
  // A first page that is not full has told the number already.
  const isAll = isFirstPage(query) && records.length < query.limit;
  return {
    records: records.map((row) => unpack(row, finish)),
    total: isAll ? records.length : await countAll(select, selection),
  };
}

function isFirstPage({ from }: ListQuery): boolean {
  return 'offset' in from && from.offset === 0;
}

type Rows = Pick<Reader, 'select' | 'dialect'> & { selection: Selection; extra: string };

/** @param mark a row before the page, from which to count up to it instead of from the first one. */
async function page(
  { select, dialect, selection, extra }: Rows,
  query: ListQuery,
  mark: { id: string; before: number } | null,
): Promise<string[]> {
  if (query.limit === 0) return [];
  const { table, where, sortKey } = selection;
  const { bound, offset, backward } = pageBounds(query, mark);
  const order = orderOf(sortKey, 'r.id', query, backward);
  const fields = ['r.id', 'r.version', 'r.created_at', 'r.updated_at', `coalesce(${extra}, '')`, 'r.document'];
  const packed = fields.join(` || '${FIELD}' || `);
  const [row] = await select<{ page: string | null }>(
    `SELECT ${dialect.joined('p.packed', ROW)} AS page FROM (SELECT ${packed} AS packed FROM ${table} r
      WHERE ${where.text}${bound.text} ORDER BY ${order} LIMIT ? OFFSET ?) p`,
    [...where.bindings, ...bound.bindings, query.limit, offset],
  );
  const rows = row?.page ? row.page.split(ROW) : [];
  return backward ? rows.reverse() : rows;
}

function unpack<T>(packed: string, finish: (row: Answerable, extra: string) => T): T {
  const [id = '', version, createdAt = '', updatedAt = '', extra = '', document = ''] = packed.split(FIELD);
  return finish({ id, version: Number(version), createdAt, updatedAt, document }, extra);
}

async function countAll(select: Database['select'], { table, where }: Selection): Promise<number> {
  const sql = `SELECT count(*) AS total FROM ${table} r WHERE ${where.text}`;
  const [row] = await select<{ total: number }>(sql, where.bindings);
  return row?.total ?? 0;
}
