import { createHash } from 'node:crypto';
import { isJsonObject } from '../../shared/scim/json.ts';
import type { ListQuery } from '../directory/record.ts';
import { invalid } from '../errors.ts';
import { parseFilter } from './filter/parse.ts';
import { readProjection } from './projection.ts';
import type { Projection } from './projection.ts';
import type { ResourceType } from './schema/attribute.ts';
import { parseAttributePath } from './schema/attribute-path.ts';

export const DEFAULT_COUNT = 100;
export const MAX_COUNT = 1_000;
const LAST_INDEX = 2 ** 31;

/** The parameters of a list, from the query string or from a `.search` body; texts, as they came. */
export type ListParameters = {
  filter?: string;
  sortBy?: string;
  sortOrder?: string;
  startIndex?: string;
  count?: string;
  /** RFC 9865: there, even when empty, it asks for pages by cursor. */
  cursor?: string;
  attributes: string[];
  excludedAttributes: string[];
};

/** What to ask the store for, and how to page: by index, or by a cursor that is made for just this question. */
export type ListRequest = {
  query: ListQuery;
  projection: Projection;
  paging: { kind: 'index'; startIndex: number } | { kind: 'cursor'; question: string };
};

/**
 * Reads a list's parameters (RFC 7644 section 3.4.2): indexes count from 1, what is below the least is the least, `count` is
 * capped. Throws 400 invalidFilter, invalidPath, invalidValue or invalidCursor.
 */
export function readListRequest(type: ResourceType, parameters: ListParameters): ListRequest {
  const filter = parameters.filter === undefined ? null : parseFilter(parameters.filter);
  const sort = readSort(parameters);
  const limit = Math.min(readInteger('count', parameters.count, DEFAULT_COUNT, 0), MAX_COUNT);
  const projection = readProjection(type, parameters.attributes, parameters.excludedAttributes);
  if (parameters.cursor === undefined) {
    const startIndex = readInteger('startIndex', parameters.startIndex, 1, 1);
    const query = { filter, sort, offset: startIndex - 1, limit, after: null };
    return { query, projection, paging: { kind: 'index', startIndex } };
  }
  const question = questionOf(type, parameters);
  const from = parameters.cursor === '' ? { offset: 0, after: null } : readCursor(parameters.cursor, question);
  return { query: { filter, sort, limit, ...from }, projection, paging: { kind: 'cursor', question } };
}

function readSort({ sortBy, sortOrder }: ListParameters): ListQuery['sort'] {
  if (sortBy === undefined || sortBy === '') return null;
  const by = parseAttributePath(sortBy);
  if (by === null) throw invalid('invalidPath', 'sortBy must be the path of an attribute, such as name.familyName.');
  return { by, descending: sortOrder?.toLowerCase() === 'descending' };
}

function readInteger(name: string, value: string | undefined, absent: number, least: number): number {
  if (value === undefined || value === '') return absent;
  if (!/^[+-]?\d+$/.test(value)) throw invalid('invalidValue', `${name} must be a whole number.`);
  return Math.min(Math.max(Number(value), least), LAST_INDEX);
}

/** A cursor is good for the question that it came from: the same filter and order. */
function questionOf(type: ResourceType, { filter = '', sortBy = '', sortOrder = '' }: ListParameters): string {
  const asked = JSON.stringify([type.name, filter, sortBy, sortOrder]);
  return createHash('sha256').update(asked).digest('base64url').slice(0, 12);
}

/** Where the next page begins: behind an id in the lists' own order, else at an offset. */
export function makeCursor(question: string, from: { after: string } | { offset: number }): string {
  return Buffer.from(JSON.stringify({ question, ...from })).toString('base64url');
}

function readCursor(cursor: string, question: string): { offset: number; after: string | null } {
  const read = parseJson(Buffer.from(cursor, 'base64url').toString());
  if (isJsonObject(read) && read['question'] === question) {
    const { after, offset } = read;
    if (typeof after === 'string') return { offset: 0, after };
    if (typeof offset === 'number' && Number.isSafeInteger(offset) && offset >= 0) return { offset, after: null };
  }
  throw invalid('invalidCursor', 'The cursor is not one of this list. Begin again with an empty cursor.');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
