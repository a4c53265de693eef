import type { JsonObject } from '../../shared/scim/json.ts';
import type { ListResponse } from '../../shared/scim/messages.ts';
import { LIST_RESPONSE } from '../../shared/scim/urns.ts';
import type { ListQuery, Page } from '../directory/record.ts';
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
  // One more than asked for tells whether there is a next page.
  const { records, total } = await fetch({ ...query, limit: query.limit === 0 ? 0 : query.limit + 1 });
  const shown = records.slice(0, query.limit);
  const last = shown.at(-1);
  const from = query.sort === null && last ? { after: last.id } : { offset: query.offset + query.limit };
  const next = records.length > shown.length ? { nextCursor: makeCursor(paging.question, from) } : {};
  return { ...list(total, await present(shown)), ...next };
}

function list(totalResults: number, Resources: JsonObject[]): ListResponse {
  return { schemas: [LIST_RESPONSE], totalResults, itemsPerPage: Resources.length, Resources };
}
