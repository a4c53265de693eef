import { LIST_RESPONSE } from '../../shared/scim/urns.ts';
import { ROOM, type ListQuery, type Text, type TextPage } from '../directory/record.ts';
import { makeCursor } from './list-query.ts';
import type { ListRequest, Place } from './list-query.ts';

type Fetch = (query: ListQuery) => Promise<TextPage>;

/**
 * Fetches one page and wraps it (RFC 7644 section 3.4.2, RFC 9865 section 2): totalResults is what fits in all,
 * itemsPerPage what is in the page, which may be less than was asked for though more follows.
 */
export async function answerList({ query, paging }: ListRequest, fetch: Fetch): Promise<Text> {
  if (paging.kind === 'index') return listText({ startIndex: paging.startIndex }, await fetch(query));
  const { asked, page } =
    paging.until === null ? { asked: query, page: await fetch(query) } : await fetchUntil(paging.until, query, fetch);
  const { next, previous } = neighbours(asked, page, await goesOn(asked, page, fetch));
  const cursors = {
    ...(next ? { nextCursor: makeCursor(paging.question, next) } : {}),
    ...(previous ? { previousCursor: makeCursor(paging.question, previous) } : {}),
  };
  return listText(cursors, page);
}

/** A page that has room for less than was asked for ends too early: what it has room for is then asked for anew, up to the end. */
async function fetchUntil(end: number, query: ListQuery, fetch: Fetch): Promise<{ asked: ListQuery; page: TextPage }> {
  const page = await fetch(query);
  if (!page.isFull || page.shown === 0 || page.shown === query.limit) return { asked: query, page };
  return fetchUntil(end, { ...query, from: { offset: end - page.shown }, limit: page.shown }, fetch);
}

/** Whether there is anything behind a page, in the direction of the reading. */
async function goesOn(
  query: ListQuery,
  { first, last, shown, total, isFull }: TextPage,
  fetch: Fetch,
): Promise<boolean> {
  const { from, sort } = query;
  if (first === null || last === null || !isFull) return false;
  if (sort !== null) return 'offset' in from && from.offset + shown < total;
  const beyond = await fetch({ ...query, from: 'before' in from ? { before: first } : { after: last }, limit: 1 });
  return beyond.shown > 0;
}

type Neighbours = { next: Place | null; previous: Place | null };

/** Where the pages around a page are, as far as there are such; `more` is meant in the direction of the reading. */
function neighbours({ from, sort }: ListQuery, { first, last, shown }: TextPage, more: boolean): Neighbours {
  if (first === null || last === null) return { next: null, previous: null };
  const [after, before] = [{ after: last }, { before: first }];
  if ('after' in from) return { next: more ? after : null, previous: before };
  if ('before' in from) return { next: after, previous: more ? before : null };
  const previous = from.offset > 0 ? { until: from.offset } : null;
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
