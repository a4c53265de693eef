import type { Database } from '../../db/database.ts';
import { createKnown } from '../../db/known.ts';
import type { ResourceType } from '../../scim/schema/attribute.ts';
import { ROOM, type Frame, type ListQuery, type TextPage } from '../record.ts';
import { countOf } from './count.ts';
import { frameSql, type LinksQuery } from './frame-sql.ts';
import { orderOf, pageBounds, selectionOf } from './selection.ts';
import type { Ruler } from './ruler.ts';
import type { Selection } from './selection.ts';

/** What pages are read with, and what of. */
type Reader = Pick<Database, 'select' | 'selectLong' | 'dialect'> & {
  ruler: Ruler | null;
  type: ResourceType;
  links: LinksQuery;
};

/** One page of a company's resources, put together by the database. */
type ListTexts = (companyId: string, query: ListQuery, frame: Frame) => Promise<TextPage>;

/** Pages of resources of one type, and how many fit in all. They throw 400 invalidFilter and invalidPath. */
export function createListTexts(reader: Reader): ListTexts {
  const { dialect, ruler, type } = reader;
  const statements = createStatements(reader);
  return async (companyId, query, frame) => {
    const selection = selectionOf(dialect, type, companyId, query);
    const select = selection.indexed ? reader.select : reader.selectLong;
    const read = (mark: { id: string; before: number } | null) =>
      page({ select, selection, statements, frame }, query, mark);
    if (ruler && query.filter === null && query.sort === null && !isFirstPage(query)) {
      const { total, mark } = await ruler.place(companyId, 'offset' in query.from ? query.from.offset : 0);
      return { ...(await read(mark)), total };
    }
    const found = await read(null);
    // A first page that is not full has told the number already.
    const isAll = isFirstPage(query) && found.shown < query.limit;
    return { ...found, total: isAll ? found.shown : await countOf(select, selection) };
  };
}

function isFirstPage({ from }: ListQuery): boolean {
  return 'offset' in from && from.offset === 0;
}

/** The statement that puts a page together by a frame, of the rows that the SQL gives; `one`: these are nearly always one. */
type Statements = (frame: Frame, rows: string, one: boolean) => string;

/** Frames of a type: with and without links. */
const KEPT_FRAMES = 8;
/** Statements of one frame, which is what makes them long. */
const KEPT_STATEMENTS = 64;

/** Statements are put together once for each way to find rows: that takes longer than to look rows up by them. */
function createStatements({ dialect, links }: Reader): Statements {
  const ofFrames = createKnown<(rows: string, one: boolean) => string>(KEPT_FRAMES);
  const ofFrame = (frame: Frame) => {
    const text = dialect.joined(frameSql(dialect, frame, links), ',');
    const known = createKnown<string>(KEPT_STATEMENTS);
    // The texts are made outside, of the rows of the page alone: inside, PostgreSQL would make them of those before it too.
    const made = (rows: string, one: boolean) =>
      `SELECT ${one ? text : dialect.passedOn(text, ROOM)} AS text, count(*) AS shown, min(r.id) AS first, max(r.id) AS last FROM (${rows}) r`;
    return (rows: string, one: boolean) => known(rows, () => made(rows, one));
  };
  return (frame, rows, one) => ofFrames(frame, () => ofFrame(frame))(rows, one);
}

type Found = Omit<TextPage, 'total'>;
type Rows = Pick<Database, 'select'> & { selection: Selection; statements: Statements; frame: Frame };

/** What frames and links are made of. */
const COLUMNS = 'r.company_id, r.id, r.document, r.version, r.created_at, r.updated_at';

/** @param mark a row before the page, from which to count up to it instead of from the first one. */
async function page(
  { select, selection, statements, frame }: Rows,
  query: ListQuery,
  mark: { id: string; before: number } | null,
): Promise<Found> {
  const nothing = { text: '', shown: 0, first: null, last: null };
  if (query.limit === 0) return nothing;
  const { table, where, one, sortKey } = selection;
  const { bound, offset, backward } = pageBounds(query, mark);
  const order = orderOf(sortKey, 'r.id', query, backward);
  const rows = `SELECT ${COLUMNS} FROM ${table} r WHERE ${where.text}${bound.text} ORDER BY ${order} LIMIT ? OFFSET ?`;
  const inOrder = backward ? `SELECT * FROM (${rows}) b ORDER BY b.id` : rows;
  const bindings = [...where.bindings, ...bound.bindings, query.limit, offset];
  const [found] = await select<Found>(statements(frame, inOrder, one), bindings);
  return found?.shown ? found : nothing;
}
