import type { AttributePath, CompareOperator, Filter, FilterValue } from '../../../shared/scim/filter.ts';
import { invalid } from '../../errors.ts';
import type { DomainError } from '../../errors.ts';
import type { Attribute, ListRows, ResourceType } from '../schema/attribute.ts';
import { findAttribute, resolvePath } from '../schema/attribute-path.ts';
import type { ResolvedPath } from '../schema/attribute-path.ts';
import { foldValue, toInstant } from '../schema/fold.ts';

/** Where a value is: names from the resource down, or, inside `some`, from one element of the list down. */
export type Place = { path: readonly string[]; column: string | null; attribute: Attribute };
export type ListPlace = { path: readonly string[]; rows: ListRows | null; attribute: Attribute };

export type Test =
  | { operator: 'pr' }
  | { operator: 'eq' | 'ne'; value: string | number | boolean }
  | { operator: 'co' | 'sw' | 'ew'; value: string }
  | { operator: 'gt' | 'ge' | 'lt' | 'le'; value: string | number };

/** A filter whose names are declared ones and whose values are folded: what evaluation and SQL share. */
export type ResolvedFilter =
  | { kind: 'test'; place: Place; test: Test }
  /** Some element of the list fits `where`; without it: the list is not empty. */
  | { kind: 'some'; list: ListPlace; where: ResolvedFilter | null }
  | { kind: 'and'; filters: ResolvedFilter[] }
  | { kind: 'or'; filters: ResolvedFilter[] }
  | { kind: 'not'; filter: ResolvedFilter }
  /** What asks for something that this type of resource never has. */
  | { kind: 'never' };

const NEVER: ResolvedFilter = { kind: 'never' };

/**
 * Finds what a filter's names mean. What only one of the other types has counts as unassigned (RFC 7644 section 3.4.2.1).
 * Throws 400 invalidFilter for unknown names and for comparisons that make no sense.
 */
export function resolveFilter(
  type: ResourceType,
  filter: Filter,
  others: readonly ResourceType[] = [],
): ResolvedFilter {
  return resolveWith(filter, (path, position) => {
    const target = resolvePath(type, path);
    if (!target && others.some((other) => resolvePath(other, path))) return null;
    if (!target) throw unknown(path, position, [type, ...others].map(({ name }) => `a ${name}`).join(' or '));
    if (target.attribute.name === 'meta' && target.sub?.name === 'location') {
      throw fail(position, 'meta.location cannot be filtered by; use id');
    }
    refuseAddress(target.attribute, target.sub, position);
    return target;
  });
}

/** The same for a filter in square brackets, whose names are those of the list's elements. */
export function resolveElementFilter(list: Attribute, filter: Filter): ResolvedFilter {
  return resolveWith(filter, (path, position) => {
    const part = path.schema === null && path.sub === null ? findAttribute(list.subAttributes, path.name) : null;
    if (!part) throw unknown(path, position, list.name);
    refuseAddress(list, part, position);
    return { extension: null, attribute: part, sub: null };
  });
}

/** Rows hold ids; addresses are made of them where they are answered. */
function refuseAddress({ name, rows }: Attribute, part: Attribute | null, position: number): void {
  if (rows === null || part === null || part.column !== null) return;
  throw fail(position, `${name}.${part.name} cannot be filtered by; use ${name}.value`);
}

/** Null for what this type of resource never has. */
type Find = (path: AttributePath, position: number) => ResolvedPath | null;

function resolveWith(filter: Filter, find: Find): ResolvedFilter {
  switch (filter.kind) {
    case 'and':
    case 'or':
      return { kind: filter.kind, filters: filter.filters.map((part) => resolveWith(part, find)) };
    case 'not':
      return { kind: 'not', filter: resolveWith(filter.filter, find) };
    case 'present':
    case 'compare':
    case 'value-path':
      return resolveTerm(filter, find(filter.path, filter.position));
  }
}

type Term = Extract<Filter, { kind: 'present' | 'compare' | 'value-path' }>;

function resolveTerm(term: Term, target: ResolvedPath | null): ResolvedFilter {
  if (!target) return unassigned(term);
  switch (term.kind) {
    case 'present':
      return present(target);
    case 'compare':
      return compare(target, term.operator, term.value, term.position);
    case 'value-path':
      return valuePath(target, term.filter, term.position);
  }
}

/** What is unassigned equals null alone, and differs from everything else (RFC 7643 section 2.5). */
function unassigned(term: Term): ResolvedFilter {
  const fits = term.kind === 'compare' && term.operator === (term.value === null ? 'eq' : 'ne');
  return fits ? { kind: 'not', filter: NEVER } : NEVER;
}

function valuePath(target: ResolvedPath, filter: Filter, position: number): ResolvedFilter {
  const { attribute, sub } = target;
  if (sub || attribute.type !== 'complex') throw fail(position, `${attribute.name} has no parts to filter by in "[…]"`);
  const where = resolveElementFilter(attribute, filter);
  return attribute.multiValued ? { kind: 'some', list: listPlace(target), where } : within(where, placeOf(target).path);
}

/** A filter on the parts of a single complex value, as one on the resource. */
function within(filter: ResolvedFilter, prefix: readonly string[]): ResolvedFilter {
  switch (filter.kind) {
    case 'test':
      return { ...filter, place: { ...filter.place, path: [...prefix, ...filter.place.path] } };
    case 'and':
    case 'or':
      return { kind: filter.kind, filters: filter.filters.map((part) => within(part, prefix)) };
    case 'not':
      return { kind: 'not', filter: within(filter.filter, prefix) };
    case 'some':
    case 'never':
      return filter;
  }
}

function present(target: ResolvedPath): ResolvedFilter {
  if (!target.attribute.multiValued) return { kind: 'test', place: placeOf(target), test: { operator: 'pr' } };
  const where: ResolvedFilter | null = target.sub
    ? { kind: 'test', place: elementPlace(target.sub), test: { operator: 'pr' } }
    : null;
  return { kind: 'some', list: listPlace(target), where };
}

function compare(named: ResolvedPath, operator: CompareOperator, value: FilterValue, position: number): ResolvedFilter {
  const target = withValuePart(named, position);
  if (value === null) return compareNull(named, operator, position);
  const leaf = target.sub ?? target.attribute;
  const test = testOf(leaf, operator, value, position);
  if (!target.attribute.multiValued) return { kind: 'test', place: placeOf(target), test };
  const list = listPlace(target);
  const place = target.sub ? elementPlace(target.sub) : { path: [], column: null, attribute: target.attribute };
  const some: ResolvedFilter = { kind: 'some', list, where: { kind: 'test', place, test } };
  // What is unassigned is not equal to anything either (RFC 7643 section 2.5).
  return operator === 'ne' ? { kind: 'or', filters: [none(list), some] } : some;
}

function none(list: ListPlace): ResolvedFilter {
  return { kind: 'not', filter: { kind: 'some', list, where: null } };
}

function compareNull(target: ResolvedPath, operator: CompareOperator, position: number): ResolvedFilter {
  if (operator === 'ne') return present(target);
  if (operator === 'eq') return { kind: 'not', filter: present(target) };
  throw fail(position, `null can be compared by eq and ne, not by ${operator}`);
}

/** A comparison of a complex attribute is one of its `value` (RFC 7644 section 3.4.2.2: `emails co "example.com"`). */
function withValuePart(target: ResolvedPath, position: number): ResolvedPath {
  if (target.sub || target.attribute.type !== 'complex') return target;
  const sub = findAttribute(target.attribute.subAttributes, 'value');
  if (sub) return { ...target, sub };
  throw fail(position, `${target.attribute.name} has parts; compare one of them, such as ${example(target.attribute)}`);
}

function example(attribute: Attribute): string {
  return `${attribute.name}.${attribute.subAttributes[0]?.name ?? 'value'}`;
}

function testOf(attribute: Attribute, operator: CompareOperator, value: string | number | boolean, at: number): Test {
  const typed = typedValue(attribute, value, at);
  switch (operator) {
    case 'eq':
    case 'ne':
      refuseNoInstant(attribute, typed, at);
      return { operator, value: typed };
    case 'co':
    case 'sw':
    case 'ew':
      if (typeof typed !== 'string') throw unsuited(attribute, operator, at);
      return { operator, value: attribute.type === 'dateTime' ? String(value) : typed };
    case 'gt':
    case 'ge':
    case 'lt':
    case 'le':
      if (typeof typed === 'boolean' || attribute.type === 'binary') throw unsuited(attribute, operator, at);
      refuseNoInstant(attribute, typed, at);
      return { operator, value: typed };
  }
}

function refuseNoInstant({ name, type }: Attribute, value: string | number | boolean, at: number): void {
  if (type !== 'dateTime' || toInstant(String(value)) !== null) return;
  throw fail(at, `${name} is a date and time; compare it with one such as "2026-01-31T12:00:00Z"`);
}

function typedValue(attribute: Attribute, value: string | number | boolean, at: number): string | number | boolean {
  if (attribute.type === 'boolean') {
    const said = typeof value === 'string' ? value.toLowerCase() : String(value);
    if (said === 'true' || said === 'false') return said === 'true';
  } else if (attribute.type === 'integer' || attribute.type === 'decimal') {
    if (typeof value === 'number') return value;
  } else if (typeof value === 'string') {
    return foldValue(attribute, value);
  }
  throw fail(at, `${attribute.name} is of type ${attribute.type}, the value given is a ${typeof value}`);
}

function placeOf(target: ResolvedPath): Place {
  const { extension, attribute, sub } = target;
  const path = [...(extension ? [extension.id] : []), attribute.name, ...(sub ? [sub.name] : [])];
  return { path, column: (sub ?? attribute).column, attribute: sub ?? attribute };
}

function listPlace({ extension, attribute }: ResolvedPath): ListPlace {
  return { path: [...(extension ? [extension.id] : []), attribute.name], rows: attribute.rows, attribute };
}

function elementPlace(sub: Attribute): Place {
  return { path: [sub.name], column: sub.column, attribute: sub };
}

function unknown(path: AttributePath, position: number, owner: string): DomainError {
  return fail(position, `${owner} has no attribute "${path.sub ? `${path.name}.${path.sub}` : path.name}"`);
}

function unsuited(attribute: Attribute, operator: string, position: number): DomainError {
  return fail(position, `${operator} does not suit ${attribute.name}, which is of type ${attribute.type}`);
}

function fail(position: number, what: string): DomainError {
  return invalid('invalidFilter', `filter, character ${position}: ${what}.`);
}
