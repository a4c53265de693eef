import { LIST_RESPONSE } from '../../shared/scim/urns.ts';
import { ROOM, type ListFrom, type ListQuery, type Text, type TextPage } from '../directory/record.ts';
import { makeCursor } from './list-query.ts';
import type { ListRequest } from './list-query.ts';

/**
 * Fetches one page and wraps it (RFC 7644 section 3.4.2, RFC 9865 section 2): totalResults is what fits in all,
 * itemsPerPage what is in the page, which may be less than was asked for though more follows.
 */
export async function answerList(
  { query, paging }: ListRequest,
  fetch: (query: ListQuery) => Promise<TextPage>,
): Promise<Text> {
  const page = await fetch(query);
  if (paging.kind === 'index') return listText({ startIndex: paging.startIndex }, page);
  const { next, previous } = neighbours(query, page, await goesOn(query, page, fetch));
  const cursors = {
    ...(next ? { nextCursor: makeCursor(paging.question, next) } : {}),
    ...(previous ? { previousCursor: makeCursor(paging.question, previous) } : {}),
  };
  return listText(cursors, page);
}

/** Whether there is anything behind a page, in the direction of the reading. */
async function goesOn(
  query: ListQuery,
  { first, last, shown, total, isFull }: TextPage,
  fetch: (query: ListQuery) => Promise<TextPage>,
): Promise<boolean> {
  const { from, sort } = query;
  if (first === null || last === null || !isFull) return false;
  if (sort !== null) return 'offset' in from && from.offset + shown < total;
  const beyond = await fetch({ ...query, from: 'before' in from ? { before: first } : { after: last }, limit: 1 });
  return beyond.shown > 0;
}

type Neighbours = { next: ListFrom | null; previous: ListFrom | null };

/** Where the pages around a page begin, as far as there are such; `more` is meant in the direction of the reading. */
function neighbours({ from, sort, limit }: ListQuery, { first, last, shown }: TextPage, more: boolean): Neighbours {
  if (first === null || last === null) return { next: null, previous: null };
  const [after, before] = [{ after: last }, { before: first }];
  if ('after' in from) return { next: more ? after : null, previous: before };
  if ('before' in from) return { next: after, previous: more ? before : null };
  const previous = from.offset > 0 ? { offset: Math.max(0, from.offset - limit) } : null;
  if (sort === null) return { next: more ? after : null, previous };
  return { next: more ? { offset: from.offset + shown } : null, previous };
}

/**
 * A ListResponse around resources that are put together already. Those that are bytes have room for it: with a copy of each
 * large page, the heap is looked through again and again.
 */
function listText(head: object, { text, shown, total }: TextPage): Text {
  const envelope = JSON.stringify({ schemas: [LIST_RESPONSE], totalResults: total, ...head, itemsPerPage: shown });
  const before = `${envelope.slice(0, -1)},"Resources":[`;
  if (typeof text === 'string') return `${before}${text}]}`;
  const start = ROOM.before - Buffer.byteLength(before);
  text.write(before, start);
  text.write(']}', text.length - ROOM.after);
  return text.subarray(start);
}
