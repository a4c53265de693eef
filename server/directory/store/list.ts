import type { Database } from '../../db/database.ts';
import type { ResourceType } from '../../scim/schema/attribute.ts';
import type { Frame, ListQuery, TextPage } from '../record.ts';
import { frameSql, type LinksQuery } from './frame-sql.ts';
import { orderOf, pageBounds, selectionOf } from './selection.ts';
import type { Ruler } from './ruler.ts';
import type { Selection } from './selection.ts';

/** What a page is read with, and what of. */
type Reader = Pick<Database, 'select' | 'dialect'> & { ruler: Ruler | null; type: ResourceType; links: LinksQuery };

/**
 * One page of a company's resources of one type, put together by the database, and how many fit in all. Throws 400
 * invalidFilter and invalidPath.
 */
export async function listTexts(
  { select, dialect, ruler, type, links }: Reader,
  companyId: string,
  query: ListQuery,
  frame: Frame,
): Promise<TextPage> {
  const selection = selectionOf(dialect, type, companyId, query);
  const read = (mark: { id: string; before: number } | null) =>
    page({ select, dialect, selection, text: frameSql(dialect, frame, links) }, query, mark);
  if (ruler && query.filter === null && query.sort === null && !isFirstPage(query)) {
    const { total, mark } = await ruler.place(companyId, 'offset' in query.from ? query.from.offset : 0);
    return { ...(await read(mark)), total };
  }
  const found = await read(null);
  // A first page that is not full has told the number already.
  const isAll = isFirstPage(query) && found.shown < query.limit;
  return { ...found, total: isAll ? found.shown : await countAll(select, selection) };
}

function isFirstPage({ from }: ListQuery): boolean {
  return 'offset' in from && from.offset === 0;
}

type Found = Omit<TextPage, 'total'>;
type Rows = Pick<Database, 'select' | 'dialect'> & { selection: Selection; text: string };

/** What frames and links are made of. */
const COLUMNS = 'r.company_id, r.id, r.document, r.version, r.created_at, r.updated_at';

/** @param mark a row before the page, from which to count up to it instead of from the first one. */
async function page(
  { select, dialect, selection, text }: Rows,
  query: ListQuery,
  mark: { id: string; before: number } | null,
): Promise<Found> {
  const nothing = { text: '', shown: 0, first: null, last: null };
  if (query.limit === 0) return nothing;
  const { table, where, sortKey } = selection;
  const { bound, offset, backward } = pageBounds(query, mark);
  const order = orderOf(sortKey, 'r.id', query, backward);
  // The texts are made outside, of the rows of the page alone: inside, PostgreSQL would make them of those before it too.
  const rows = `SELECT ${COLUMNS} FROM ${table} r WHERE ${where.text}${bound.text} ORDER BY ${order} LIMIT ? OFFSET ?`;
  const [found] = await select<Found>(
    `SELECT ${dialect.passedOn(dialect.joined(text, ','))} AS text, count(*) AS shown, min(r.id) AS first, max(r.id) AS last
      FROM (${backward ? `SELECT * FROM (${rows}) b ORDER BY b.id` : rows}) r`,
    [...where.bindings, ...bound.bindings, query.limit, offset],
  );
  return found?.shown ? found : nothing;
}

async function countAll(select: Database['select'], { table, where }: Selection): Promise<number> {
  const sql = `SELECT count(*) AS total FROM ${table} r WHERE ${where.text}`;
  const [row] = await select<{ total: number }>(sql, where.bindings);
  return row?.total ?? 0;
}
