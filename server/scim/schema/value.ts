import { isJsonObject } from '../../../shared/scim/json.ts';
import type { Json, JsonObject } from '../../../shared/scim/json.ts';
import { isStorable } from '../../../shared/storable.ts';
import { invalid } from '../../errors.ts';
import type { DomainError } from '../../errors.ts';
import type { Attribute } from './attribute.ts';
import { findAttribute } from './attribute-path.ts';
import { toInstant } from './fold.ts';

/** The largest text that one attribute may hold, in bytes. */
const VALUE_LIMIT = 64 * 1024;

const BASE64 = /^[A-Za-z0-9+/_-]*={0,2}$/;

/**
 * The value as this service keeps it: names as declared, unknown and read-only parts left out, nothing empty; undefined
 * when nothing is left. Throws 400 invalidValue with the path of what has the wrong type.
 */
export function readValue(attribute: Attribute, value: Json, path: string): Json | undefined {
  if (value === null) return undefined;
  if (!attribute.multiValued) return readSingle(attribute, value, path);
  if (!Array.isArray(value)) throw wrongType(path, `a list`, value);
  const different = new Map<string, Json>();
  value.forEach((element, index) => {
    const read = element === null ? undefined : readSingle(attribute, element, `${path}[${index}]`);
    if (read === undefined) return;
    const text = value.length === 1 ? '' : alikeText(read);
    if (!different.has(text)) different.set(text, read);
  });
  const elements = [...different.values()];
  refuseTwoPrimaries(elements, path);
  return elements.length === 0 ? undefined : elements;
}

/** The same for elements that say the same, in whatever order: their parts have no parts of their own. */
export function alikeText(element: Json): string {
  return JSON.stringify(element, isJsonObject(element) ? Object.keys(element).sort() : undefined);
}

/** One element of a list, or the value of what is no list. */
export function readSingle(attribute: Attribute, value: Json, path: string): Json | undefined {
  switch (attribute.type) {
    case 'complex':
      return readComplex(attribute, value, path);
    case 'boolean':
      return readFlag(value, path);
    case 'integer':
    case 'decimal':
      if (typeof value !== 'number' || (attribute.type === 'integer' && !Number.isInteger(value))) {
        throw wrongType(path, 'a number', value);
      }
      return value;
    case 'dateTime':
    case 'binary':
    case 'string':
    case 'reference':
      return readText(attribute, value, path);
  }
}

function readComplex(attribute: Attribute, value: Json, path: string): JsonObject | undefined {
  // A bare text stands for `value`: that is how a manager arrives from several clients.
  const valuePart = attribute.multiValued ? null : findAttribute(attribute.subAttributes, 'value');
  const whole = typeof value === 'string' && valuePart ? { value } : value;
  if (!isJsonObject(whole)) throw wrongType(path, 'an object', value);
  return readObject(attribute.subAttributes, whole, `${path}.`);
}

/** Reads the declared attributes out of an object; `prefix` is what stands before their names in errors. */
export function readObject(
  attributes: readonly Attribute[],
  value: JsonObject,
  prefix: string,
): JsonObject | undefined {
  const read: JsonObject = {};
  for (const [name, part] of Object.entries(value)) {
    const attribute = findAttribute(attributes, name);
    if (!attribute || attribute.mutability === 'readOnly') continue;
    const kept = readValue(attribute, part, `${prefix}${attribute.name}`);
    if (kept !== undefined) read[attribute.name] = kept;
  }
  return Object.keys(read).length === 0 ? undefined : read;
}

/** Texts "True" and "False" are what Entra ID sends for booleans. */
function readFlag(value: Json, path: string): boolean {
  if (typeof value === 'boolean') return value;
  const said = typeof value === 'string' ? value.toLowerCase() : '';
  if (said === 'true' || said === 'false') return said === 'true';
  throw wrongType(path, 'true or false', value);
}

function readText(attribute: Attribute, value: Json, path: string): string {
  if (typeof value !== 'string') throw wrongType(path, 'a text', value);
  if (value.length > VALUE_LIMIT / 3 && Buffer.byteLength(value) > VALUE_LIMIT) {
    throw invalid('invalidValue', `${path} is longer than ${VALUE_LIMIT} bytes, the limit for one value.`);
  }
  requireStorable(value, path);
  if (attribute.type === 'dateTime' && toInstant(value) === null) {
    throw invalid('invalidValue', `${path} must be a date and time such as 2026-01-31T12:00:00Z.`);
  }
  if (attribute.type === 'binary' && !BASE64.test(value)) throw invalid('invalidValue', `${path} must be base64.`);
  return value;
}

/** Throws 400 invalidValue for a text that no store keeps faithfully. */
export function requireStorable(text: string, path: string): void {
  if (isStorable(text)) return;
  throw invalid('invalidValue', `${path} holds a NUL or half a surrogate pair, which cannot be stored.`);
}

function refuseTwoPrimaries(elements: readonly Json[], path: string): void {
  const primaries = elements.filter((element) => isJsonObject(element) && element['primary'] === true);
  if (primaries.length > 1) {
    throw invalid('invalidValue', `${path} has ${primaries.length} primary values; at most one may be primary.`);
  }
}

function wrongType(path: string, expected: string, value: Json): DomainError {
  const given = value === null ? 'null' : Array.isArray(value) ? 'a list' : `of type ${typeof value}`;
  return invalid('invalidValue', `${path} must be ${expected}, but is ${given}.`);
}
