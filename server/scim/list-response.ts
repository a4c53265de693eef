import type { JsonObject } from '../../shared/scim/json.ts';
import type { ListResponse } from '../../shared/scim/messages.ts';
import { LIST_RESPONSE } from '../../shared/scim/urns.ts';
import type { ListFrom, ListQuery, Page } from '../directory/record.ts';
import { makeCursor } from './list-query.ts';
import type { ListRequest } from './list-query.ts';

/**
 * Fetches one page and wraps it (RFC 7644 section 3.4.2, RFC 9865 section 2): totalResults is what fits in all,
 * itemsPerPage what is in the page.
 */
export async function answerList<T extends { id: string }>(
  { query, paging }: ListRequest,
  fetch: (query: ListQuery) => Promise<Page<T>>,
  present: (records: T[]) => Promise<JsonObject[]>,
): Promise<ListResponse> {
  if (paging.kind === 'index') {
    const { records, total } = await fetch(query);
    return { ...list(total, await present(records)), startIndex: paging.startIndex };
  }
  // One more than asked for tells whether the list goes on.
  const { records, total } = await fetch({ ...query, limit: query.limit === 0 ? 0 : query.limit + 1 });
  const goesOn = records.length > query.limit;
  const shown = 'before' in query.from ? records.slice(-query.limit) : records.slice(0, query.limit);
  const { next, previous } = neighbours(query, shown, goesOn);
  return {
    ...list(total, await present(shown)),
    ...(next ? { nextCursor: makeCursor(paging.question, next) } : {}),
    ...(previous ? { previousCursor: makeCursor(paging.question, previous) } : {}),
  };
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

function list(totalResults: number, Resources: JsonObject[]): ListResponse {
  return { schemas: [LIST_RESPONSE], totalResults, itemsPerPage: Resources.length, Resources };
}
