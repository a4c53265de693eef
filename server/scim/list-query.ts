import { createHash } from 'node:crypto';
import { isJsonObject } from '../../shared/scim/json.ts';
import type { Json } from '../../shared/scim/json.ts';
import { isStorable } from '../../shared/storable.ts';
import type { ListFrom, ListQuery } from '../directory/record.ts';
import { invalid } from '../errors.ts';
import { parseFilter } from './filter/parse.ts';
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

/** Where a page begins, or, in an order of its own and going back, where it ends. */
export type Place = ListFrom | { until: number };

/** What to ask the store for, and how to page: by index, or by a cursor that is made for just this question. */
export type ListRequest = {
  query: ListQuery;
  /** `until`: the page has to end there, with whatever of it there is room for. */
  paging: { kind: 'index'; startIndex: number } | { kind: 'cursor'; question: string; until: number | null };
};

/**
 * Reads a list's parameters (RFC 7644 section 3.4.2): indexes count from 1, what is below the least is the least, `count` is
 * capped. `name` is that of the list: a cursor is good for it alone. Throws 400 invalidFilter, invalidPath, invalidValue or invalidCursor.
 */
export function readListRequest(name: string, parameters: ListParameters): ListRequest {
  const filter = parameters.filter === undefined ? null : parseFilter(parameters.filter);
  const sort = readSort(parameters);
  const limit = Math.min(readInteger('count', parameters.count, DEFAULT_COUNT, 0), MAX_COUNT);
  if (parameters.cursor === undefined) {
    const startIndex = readInteger('startIndex', parameters.startIndex, 1, 1);
    const query = { filter, sort, limit, from: { offset: startIndex - 1 } };
    return { query, paging: { kind: 'index', startIndex } };
  }
  const question = questionOf(name, parameters);
  const place = parameters.cursor === '' ? { offset: 0 } : readCursor(parameters.cursor, question);
  if (!('until' in place)) {
    return { query: { filter, sort, limit, from: place }, paging: { kind: 'cursor', question, until: null } };
  }
  const { until } = place;
  const query = { filter, sort, limit: Math.min(limit, until), from: { offset: Math.max(0, until - limit) } };
  return { query, paging: { kind: 'cursor', question, until } };
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
function questionOf(name: string, { filter = '', sortBy = '', sortOrder = '' }: ListParameters): string {
  const asked = JSON.stringify([name, filter, sortBy, sortOrder]);
  return createHash('sha256').update(asked).digest('base64url').slice(0, 12);
}

/** A text that stands for the place of a page. */
export function makeCursor(question: string, place: Place): string {
  return Buffer.from(JSON.stringify({ question, ...place })).toString('base64url');
}

function readCursor(cursor: string, question: string): Place {
  const read = parseJson(Buffer.from(cursor, 'base64url').toString());
  if (isJsonObject(read) && read['question'] === question) {
    const { after, before, offset, until } = read;
    if (isId(after)) return { after };
    if (isId(before)) return { before };
    if (isCount(offset)) return { offset };
    if (isCount(until)) return { until };
  }
  throw invalid('invalidCursor', 'The cursor is not one of this list. Begin again with an empty cursor.');
}

/** Where no store has an id like that, no page of this list ended. */
function isId(id: Json | undefined): id is string {
  return typeof id === 'string' && isStorable(id);
}

function isCount(number: Json | undefined): number is number {
  return typeof number === 'number' && Number.isSafeInteger(number) && number >= 0;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
