import { LIST_RESPONSE } from '../../shared/scim/urns.ts';
import type { ListFrom, ListQuery, Page } from '../directory/record.ts';
import { makeCursor } from './list-query.ts';
import type { ListRequest } from './list-query.ts';

/**
 * Fetches one page and wraps it (RFC 7644 section 3.4.2, RFC 9865 section 2): totalResults is what fits in all,
 * itemsPerPage what is in the page. The answer is JSON text, made of those that `present` gives.
 */
export async function answerList<T extends { id: string }>(
  { query, paging }: ListRequest,
  fetch: (query: ListQuery) => Promise<Page<T>>,
  present: (records: T[]) => Promise<string[]>,
): Promise<string> {
  if (paging.kind === 'index') {
    const { records, total } = await fetch(query);
    return listText({ totalResults: total, startIndex: paging.startIndex }, await present(records));
  }
  // One more than asked for tells whether the list goes on.
  const { records, total } = await fetch({ ...query, limit: query.limit === 0 ? 0 : query.limit + 1 });
  const goesOn = records.length > query.limit;
  const shown = 'before' in query.from ? records.slice(-query.limit) : records.slice(0, query.limit);
  const { next, previous } = neighbours(query, shown, goesOn);
  const cursors = {
    ...(next ? { nextCursor: makeCursor(paging.question, next) } : {}),
    ...(previous ? { previousCursor: makeCursor(paging.question, previous) } : {}),
  };
  return listText({ totalResults: total, ...cursors }, await present(shown));
}

type Neighbours = { next: ListFrom | null; previous: ListFrom | null };

/** Where the pages around a page begin, as far as there are such; `goesOn` is meant in the direction of the reading. */
function neighbours({ from, sort, limit }: ListQuery, shown: { id: string }[], goesOn: boolean): Neighbours {
  const [first, last] = [shown[0], shown.at(-1)];
  if (!first || !last) return { next: null, previous: null };
  const [after, before] = [{ after: last.id }, { before: first.id }];
  if ('after' in from) return { next: goesOn ? after : null, previous: before };
  if ('before' in from) return { next: after, previous: goesOn ? before : null };
  const previous = from.offset > 0 ? { offset: Math.max(0, from.offset - limit) } : null;
  if (sort === null) return { next: goesOn ? after : null, previous };
  return { next: goesOn ? { offset: from.offset + limit } : null, previous };
}

/** A ListResponse around resources that are JSON texts already. */
function listText(head: { totalResults: number; startIndex?: number }, resources: string[]): string {
  const envelope = JSON.stringify({ schemas: [LIST_RESPONSE], ...head, itemsPerPage: resources.length });
  return `${envelope.slice(0, -1)},"Resources":[${resources.join(',')}]}`;
}
