import type { Database } from '../../db/database.ts';
import type { Dialect } from '../../db/dialect.ts';
import { createKnown } from '../../db/known.ts';
import { ROOM, type Frame, type ListFrom, type ListQuery, type TextPage } from '../record.ts';
import { frameSql, type LinksQuery } from './frame-sql.ts';
import { orderOf, pageBounds } from './selection.ts';
import type { Selection } from './selection.ts';

/** With so many bytes of resources a page is full, however many were asked for. */
export const PAGE_BYTES = 16 * 1_024 * 1_024;
/** Resources of which a thousand, the most that can be asked for, fill no more than two such pages. */
const SMALL = { bytes: PAGE_BYTES / 1_024, links: 100 };
/** How many are read together where some are larger, each of which may be a megabyte. */
const FEW = 4;

/** What resources are made of. */
export type Made = {
  dialect: Dialect;
  links: LinksQuery;
  /** Whether so many links are usual that they are to be counted before they are read. */
  manyLinks: boolean;
};

/** The statements that put together what some rows are. */
export type Statements = (frame: Frame, rows: string) => Statement;

/** `small` leaves out what is not, and says of how many rows it was; `any` is for a few rows. */
type Statement = { small: string; any: string };

/** Frames of a type: with and without links. */
const KEPT_FRAMES = 8;
/** Statements of one frame, which is what makes them long. */
const KEPT_STATEMENTS = 64;

/** Statements are put together once for each way to find rows: that takes longer than to look rows up by them. */
export function createStatements(made: Made): Statements {
  const ofFrames = createKnown<ReturnType<typeof ofFrame>>(KEPT_FRAMES);
  const ofFrame = (frame: Frame) => {
    const write = statementOf(made, frame);
    const known = createKnown<Statement>(KEPT_STATEMENTS);
    return (rows: string) => known(rows, () => write(rows));
  };
  return (frame, rows) => ofFrames(frame, () => ofFrame(frame))(rows);
}

/** The texts are made outside, of the rows of the page alone: inside, PostgreSQL would make them of those before it too. */
function statementOf({ dialect, links, manyLinks }: Made, frame: Frame) {
  const resource = frameSql(dialect, frame, links);
  const few = manyLinks && frame.some((piece) => typeof piece === 'object' && 'each' in piece);
  const isSmall =
    `${dialect.bytes('r.document')} <= ${SMALL.bytes}` +
    (few ? ` AND (SELECT count(*) FROM (${links(dialect)} LIMIT ${SMALL.links + 1}) l) <= ${SMALL.links}` : '');
  const small = dialect.joined(`CASE WHEN ${isSmall} THEN ${resource} END`, ',');
  const select = (text: string, shown: string, rows: string) =>
    `SELECT ${text} AS text, ${shown} AS shown, min(r.id) AS first, max(r.id) AS last FROM (${rows}) r`;
  return (rows: string): Statement => ({
    small: select(dialect.passedOn(small, ROOM), `count(*) AS found, count(CASE WHEN ${isSmall} THEN 1 END)`, rows),
    any: select(dialect.joined(resource, ','), 'count(*)', rows),
  });
}

/** A page without how many fit in all. */
export type Found = Omit<TextPage, 'total'>;

/** What is asked for: which rows, and the resources that they become. */
type Asked = {
  select: Database['select'];
  selection: Selection;
  statements: Statements;
  frame: Frame;
  query: ListQuery;
  /** A row before the page, from which to count up to it instead of from the first one. */
  mark: { id: string; before: number } | null;
};

type Row = Omit<Found, 'isFull'>;

const NOTHING: Found = { text: '', shown: 0, isFull: false, first: null, last: null };

/** One page, by one statement unless something large is on it. */
export async function readPage(asked: Asked): Promise<Found> {
  const { query, selection } = asked;
  if (query.limit === 0) return { ...NOTHING, isFull: true };
  if (selection.one) return readFewByFew(asked);
  const { found, ...page } = (await read<Row & { found: number }>(asked, 'small')) ?? { ...NOTHING, found: 0 };
  if (found === 0) return NOTHING;
  return page.shown === found ? { ...page, isFull: found === query.limit } : readFewByFew(asked);
}

/** As many as fill a page, and one of them whatever its size. */
async function readFewByFew(asked: Asked): Promise<Found> {
  const { query } = asked;
  const texts: string[] = [];
  let page = NOTHING;
  let bytes = 0;
  while (page.shown < query.limit && bytes < PAGE_BYTES) {
    const limit = Math.min(FEW, query.limit - page.shown);
    const few = await read<Row>({ ...asked, query: { ...query, from: behind(query.from, page), limit } }, 'any');
    if (!few?.shown) break;
    const text = few.text.toString();
    if ('before' in query.from) texts.unshift(text);
    else texts.push(text);
    bytes += Buffer.byteLength(text);
    page = { ...NOTHING, ...spanOf(page, few), shown: page.shown + few.shown };
    if (few.shown < limit) break;
  }
  return { ...page, text: texts.join(','), isFull: page.shown === query.limit || bytes >= PAGE_BYTES };
}

/** Where what follows on a part of a page begins. */
function behind(from: ListFrom, { shown, first, last }: Found): ListFrom {
  if ('offset' in from) return { offset: from.offset + shown };
  if ('before' in from) return first === null ? from : { before: first };
  return last === null ? from : { after: last };
}

type Span = Pick<Found, 'first' | 'last'>;

function spanOf(one: Span, other: Span): Span {
  const ids = [one.first, one.last, other.first, other.last].filter((id) => id !== null).sort();
  return { first: ids[0] ?? null, last: ids.at(-1) ?? null };
}

const COLUMNS = 'r.company_id, r.id, r.document, r.version, r.created_at, r.updated_at';

async function read<Read extends Row>(
  { select, selection, statements, frame, query, mark }: Asked,
  which: keyof Statement,
): Promise<Read | undefined> {
  const { table, where, sortKey } = selection;
  const { bound, offset, backward } = pageBounds(query, mark);
  const order = orderOf(sortKey, 'r.id', query, backward);
  const rows = `SELECT ${COLUMNS} FROM ${table} r WHERE ${where.text}${bound.text} ORDER BY ${order} LIMIT ? OFFSET ?`;
  const inOrder = backward ? `SELECT * FROM (${rows}) b ORDER BY b.id` : rows;
  const bindings = [...where.bindings, ...bound.bindings, query.limit, offset];
  const [row] = await select<Read>(statements(frame, inOrder)[which], bindings);
  return row;
}
