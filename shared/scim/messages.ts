import type { JsonObject } from './json.ts';
import type { LIST_RESPONSE } from './urns.ts';

/** RFC 7644 section 3.4.2, with RFC 9865's cursors. */
export type ListResponse = {
  schemas: [typeof LIST_RESPONSE];
  totalResults: number;
  itemsPerPage: number;
  startIndex?: number;
  nextCursor?: string;
  previousCursor?: string;
  Resources: JsonObject[];
};
