import { COMPARE_OPERATORS } from '../../../shared/scim/filter.ts';
import type { AttributePath, CompareOperator, Filter, FilterValue, PatchPath } from '../../../shared/scim/filter.ts';
import { isStorable } from '../../../shared/storable.ts';
import { invalid } from '../../errors.ts';
import { parseAttributePath } from '../schema/attribute-path.ts';
import { createScanner } from './scanner.ts';
import type { Scanner } from './scanner.ts';

/** The longest filter, in bytes, and how deep brackets may nest. */
const LENGTH_LIMIT = 8 * 1024;
const DEPTH_LIMIT = 50;

const PATH = /[A-Za-z$][A-Za-z0-9_$.:-]*/y;
const WORD_OR = /or(?=[\s(])/iy;
const WORD_AND = /and(?=[\s(])/iy;
const NOT_OPEN = /not[ \t]*\(/iy;
const PRESENT = /pr(?=[\s)\]]|$)/iy;
const OPERATOR = /[A-Za-z]+(?=\s)/y;
const STRING = /"(?:[^"\\]|\\.)*"/y;
const NUMBER = /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?(?=[\s)\]]|$)/y;
const LITERAL = /(?:true|false|null)(?=[\s)\]]|$)/iy;
const OPEN = /\(/y;
const CLOSE = /\)/y;
const OPEN_LIST = /\[/y;
const CLOSE_LIST = /\]/y;
const SUB = /\.[A-Za-z$][A-Za-z0-9_$-]*/y;

/**
 * Parses a filter (RFC 7644 section 3.4.2.2): `and` binds tighter than `or`; names and operators in any case. Throws 400
 * invalidFilter that says at which character what was expected.
 */
export function parseFilter(text: string): Filter {
  if (Buffer.byteLength(text) > LENGTH_LIMIT) {
    throw invalid('invalidFilter', `The filter is longer than ${LENGTH_LIMIT} bytes, the limit.`);
  }
  const scanner = createScanner(text, 'filter', 'invalidFilter');
  const filter = parseOr(scanner, 0);
  if (!scanner.atEnd()) throw scanner.fail('expected "and", "or" or the end');
  return filter;
}

/** Parses a PATCH path (RFC 7644 section 3.5.2, figure 7). Throws 400 invalidPath. */
export function parsePatchPath(text: string): PatchPath {
  if (Buffer.byteLength(text) > LENGTH_LIMIT) {
    throw invalid('invalidPath', `The path is longer than ${LENGTH_LIMIT} bytes, the limit.`);
  }
  const scanner = createScanner(text, 'path', 'invalidPath');
  const path = takePath(scanner);
  if (!scanner.take(OPEN_LIST)) {
    if (!scanner.atEnd()) throw scanner.fail('expected "[" or the end');
    return { path, filter: null };
  }
  const filter = parseOr(scanner, 1);
  if (!scanner.take(CLOSE_LIST)) throw scanner.fail('expected "]"');
  const sub = scanner.take(SUB);
  if (!scanner.atEnd()) throw scanner.fail('expected a sub-attribute or the end');
  if (path.sub !== null) throw scanner.fail('a value filter stands behind an attribute, not behind its sub-attribute');
  return { path: { ...path, sub: sub === null ? null : sub.slice(1) }, filter };
}

function parseOr(scanner: Scanner, depth: number): Filter {
  const filters = [parseAnd(scanner, depth)];
  while (scanner.take(WORD_OR)) filters.push(parseAnd(scanner, depth));
  return joined('or', filters);
}

function parseAnd(scanner: Scanner, depth: number): Filter {
  const filters = [parseTerm(scanner, depth)];
  while (scanner.take(WORD_AND)) filters.push(parseTerm(scanner, depth));
  return joined('and', filters);
}

function joined(kind: 'and' | 'or', filters: Filter[]): Filter {
  const [only, ...more] = filters;
  return only && more.length === 0 ? only : { kind, filters };
}

function parseTerm(scanner: Scanner, depth: number): Filter {
  if (depth > DEPTH_LIMIT) throw scanner.fail(`brackets nest deeper than ${DEPTH_LIMIT} levels, the limit`);
  const negated = scanner.take(NOT_OPEN) !== null;
  if (negated || scanner.take(OPEN)) {
    const filter = parseOr(scanner, depth + 1);
    if (!scanner.take(CLOSE)) throw scanner.fail('expected ")"');
    return negated ? { kind: 'not', filter } : filter;
  }
  return parseAttributeTerm(scanner, depth);
}

function parseAttributeTerm(scanner: Scanner, depth: number): Filter {
  scanner.atEnd();
  const position = scanner.position();
  const path = takePath(scanner);
  if (scanner.take(OPEN_LIST)) {
    const filter = parseOr(scanner, depth + 1);
    if (!scanner.take(CLOSE_LIST)) throw scanner.fail('expected "]"');
    return { kind: 'value-path', path, filter, position };
  }
  if (scanner.take(PRESENT)) return { kind: 'present', path, position };
  const operator = takeOperator(scanner);
  return { kind: 'compare', path, operator, value: takeValue(scanner), position };
}

function takePath(scanner: Scanner): AttributePath {
  const text = scanner.take(PATH);
  if (text === null) throw scanner.fail('expected the name of an attribute');
  const path = parseAttributePath(text);
  if (path === null) throw scanner.fail('what stands before is no attribute path');
  return path;
}

function takeOperator(scanner: Scanner): CompareOperator {
  const word = scanner.take(OPERATOR)?.toLowerCase();
  const operator = COMPARE_OPERATORS.find((known) => known === word);
  if (!operator) throw scanner.fail(`expected one of ${COMPARE_OPERATORS.join(', ')} with a value, or pr`);
  return operator;
}

function takeValue(scanner: Scanner): FilterValue {
  const literal = scanner.take(LITERAL)?.toLowerCase();
  if (literal !== undefined) return literal === 'null' ? null : literal === 'true';
  const number = scanner.take(NUMBER);
  if (number !== null) return Number(number);
  const quoted = scanner.take(STRING);
  if (quoted === null) throw scanner.fail('expected a value: a text in double quotes, a number, true, false or null');
  return unquote(scanner, quoted);
}

function unquote(scanner: Scanner, quoted: string): string {
  const text = jsonText(quoted);
  if (text === null) throw scanner.fail('the text before is not quoted as JSON does it');
  if (!isStorable(text)) throw scanner.fail('the text before holds a NUL or half a surrogate pair');
  return text;
}

function jsonText(quoted: string): string | null {
  try {
    return String(JSON.parse(quoted));
  } catch {
    return null;
  }
}
