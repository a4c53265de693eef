import { isJsonObject } from '../../shared/scim/json.ts';
import type { JsonObject } from '../../shared/scim/json.ts';
import { type Shape, VALUE_TYPES, type ValueType } from '../../shared/setup/call-details.ts';
import { knownName, withoutValues } from './known-names.ts';

const MOST_PATHS = 60;
/** Of a bulk request many values have the same path. */
const MOST_VALUES = 1_000;
const LONGEST_PATH = 200;
const URN = /^urn:/i;
const VERB = /^(add|remove|replace|post|put|patch|delete)$/i;

/** Where a value stands: what that is called, and the places below it. `mark` is a character of its own when it is kept. */
type Place = {
  verb: string;
  path: string;
  called: string;
  mark: string;
  below: Map<string, Place>;
  elements: Place | null;
};

/** What was found in a body, place by place. `marks` says the same as a text; null when one of them is not kept. */
type Found = { places: Place[]; types: ValueType[]; marks: string | null };

/**
 * Most bodies have the same places and types, and to name them costs more than to look them up. So both are kept, but only
 * of names that a schema knows, and no more than so many.
 */
const MOST_PLACES = 4_096;
const MOST_SHAPES = 512;
const LEAST_MARK = 0x100;
const TYPE_MARKS = Object.fromEntries(VALUE_TYPES.map((type, index) => [type, index.toString()])) as Record<
  ValueType,
  string
>;
const shapes = new Map<string, Shape>();
let keptPlaces = 0;

const WHOLE = place('', '', true);

/** The paths and types of a body; the operations of a PATCH each begin with what they do, such as `replace active`. */
export function shapeOf(body: unknown): Readonly<Shape> {
  const found: Found = { places: [], types: [], marks: '' };
  const operations = isJsonObject(body) ? body['Operations'] : undefined;
  if (Array.isArray(operations)) {
    for (const operation of operations.slice(0, MOST_PATHS)) if (isJsonObject(operation)) findIn(found, operation);
  } else find(found, WHOLE, body);
  const known = found.marks === null ? undefined : shapes.get(found.marks);
  if (known) return known;
  const shape = named(found);
  if (found.marks !== null && shapes.size < MOST_SHAPES) shapes.set(found.marks, shape);
  return shape;
}

function named({ places, types }: Found): Shape {
  const shape = new Map<string, ValueType>();
  for (const [index, { called }] of places.entries()) {
    if (shape.size >= MOST_PATHS) break;
    shape.set(called, types[index] ?? 'null');
  }
  return Object.fromEntries(shape);
}

function findIn(found: Found, { op, method, path, value, data }: JsonObject): void {
  const where = typeof op === 'string' && typeof path === 'string' ? withoutValues(path.slice(0, LONGEST_PATH)) : '';
  find(found, place(verbOf(op ?? method), where, false), value ?? data ?? null);
}

/** `replace` of a PATCH, `POST` of a bulk request. */
function verbOf(verb: unknown): string {
  return typeof verb === 'string' && VERB.test(verb) ? verb : '?';
}

function find(found: Found, at: Place, value: unknown): void {
  if (found.places.length >= MOST_VALUES) return;
  if (Array.isArray(value) && isJsonObject(value[0])) {
    at.elements ??= place(at.verb, `${at.path}[]`, at.mark !== '');
    find(found, at.elements, merged(value));
    return;
  }
  const names = isJsonObject(value) ? Object.keys(value) : [];
  for (const name of names) find(found, below(at, name), (value as JsonObject)[name]);
  if (names.length === 0) add(found, at, typeOf(value));
}

function add(found: Found, at: Place, type: ValueType): void {
  found.places.push(at);
  found.types.push(type);
  found.marks = found.marks === null || at.mark === '' ? null : found.marks + at.mark + TYPE_MARKS[type];
}

/** One by one: as arguments of one call, a few hundred thousand are more than the stack holds. */
function merged(list: readonly unknown[]): unknown {
  if (list.length === 1) return list[0];
  const whole = {};
  for (const element of list) if (isJsonObject(element)) Object.assign(whole, element);
  return whole;
}

function place(verb: string, path: string, toBeKept: boolean): Place {
  const called = [verb, path].filter(Boolean).join(' ') || '.';
  const isKept = toBeKept && keptPlaces < MOST_PLACES;
  if (isKept) keptPlaces += 1;
  return {
    verb,
    path,
    called,
    mark: isKept ? String.fromCharCode(LEAST_MARK + keptPlaces) : '',
    below: new Map(),
    elements: null,
  };
}

/** Attributes of an extension go by their own names, as people know them. */
function below(at: Place, name: string): Place {
  const before = at.below.get(name);
  if (before) return before;
  const known = knownName(name);
  const isExtension = URN.test(name) && known === name && !/\.\w+$/.test(name.split(':').at(-1) ?? '');
  const made = isExtension
    ? at
    : place(at.verb, at.path === '' ? known : `${at.path}.${known}`, at.mark !== '' && known === name);
  if (made.mark !== '') at.below.set(name, made);
  return made;
}

function typeOf(value: unknown): ValueType {
  if (Array.isArray(value)) return value.length > 0 ? 'list' : 'empty list';
  if (value === null || value === undefined) return 'null';
  if (typeof value === 'object') return 'empty object';
  if (typeof value === 'boolean') return 'true or false';
  return typeof value === 'number' ? 'number' : 'text';
}
