import { isJsonObject } from '../../../shared/scim/json.ts';
import type { Json } from '../../../shared/scim/json.ts';
import { foldValue } from '../schema/fold.ts';
import type { Place, ResolvedFilter, Test } from './resolve.ts';

/** Whether a value (a resource, or an element of a list) fits; the same answers as the SQL of the store gives. */
export function matches(filter: ResolvedFilter, value: Json): boolean {
  switch (filter.kind) {
    case 'and':
      return filter.filters.every((part) => matches(part, value));
    case 'or':
      return filter.filters.some((part) => matches(part, value));
    case 'not':
      return !matches(filter.filter, value);
    case 'some':
      return hasElement(filter.where, lookUp(value, filter.list.path));
    case 'test':
      return passes(filter.test, folded(filter.place, value));
    case 'never':
      return false;
  }
}

/** How many tests a filter makes of a value at most, at least one. */
export function testsIn(filter: ResolvedFilter): number {
  switch (filter.kind) {
    case 'and':
    case 'or':
      return filter.filters.reduce((sum, part) => sum + testsIn(part), 0);
    case 'not':
      return testsIn(filter.filter);
    case 'some':
      return filter.where === null ? 1 : testsIn(filter.where);
    case 'test':
    case 'never':
      return 1;
  }
}

function hasElement(where: ResolvedFilter | null, list: Json | undefined): boolean {
  if (!Array.isArray(list)) return false;
  return where === null ? list.length > 0 : list.some((element) => matches(where, element));
}

function lookUp(value: Json, path: readonly string[]): Json | undefined {
  let found: Json | undefined = value;
  for (const name of path) found = isJsonObject(found) ? found[name] : undefined;
  return found;
}

function folded(place: Place, value: Json): Json | undefined {
  const found = lookUp(value, place.path);
  return typeof found === 'string' ? foldValue(place.attribute, found) : found;
}

function passes(test: Test, found: Json | undefined): boolean {
  if (test.operator === 'ne') return found !== test.value;
  if (found === undefined || found === null) return false;
  switch (test.operator) {
    case 'pr':
      return found !== '';
    case 'eq':
      return found === test.value;
    case 'co':
      return typeof found === 'string' && found.includes(test.value);
    case 'sw':
      return typeof found === 'string' && found.startsWith(test.value);
    case 'ew':
      return typeof found === 'string' && found.endsWith(test.value);
    case 'gt':
      return order(found, test.value) > 0;
    case 'ge':
      return order(found, test.value) >= 0;
    case 'lt':
      return order(found, test.value) < 0;
    case 'le':
      return order(found, test.value) <= 0;
  }
}

/** Texts by code point, as the databases order them; NaN when the two cannot be compared. */
function order(left: Json, right: string | number): number {
  if (typeof left === 'number' && typeof right === 'number') return left - right;
  if (typeof left !== 'string' || typeof right !== 'string') return NaN;
  return Buffer.compare(Buffer.from(left), Buffer.from(right));
}
