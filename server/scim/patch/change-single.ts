import { isJsonObject } from '../../../shared/scim/json.ts';
import type { Json, JsonObject } from '../../../shared/scim/json.ts';
import { readValue } from '../schema/value.ts';
import type { Operation } from './operations.ts';
import type { AttributeTarget } from './target.ts';

/** The value after an operation on an attribute that is no list; undefined when it is unassigned then. */
export function changeSingle(
  before: Json | undefined,
  operation: Operation,
  target: AttributeTarget,
): Json | undefined {
  const { attribute, sub } = target;
  if (sub) return changePart(isJsonObject(before) ? before : {}, operation, target);
  if (operation.op === 'remove') return undefined;
  const read = readValue(attribute, operation.value ?? null, attribute.name);
  if (attribute.type !== 'complex' || !isJsonObject(read)) return read;
  // Parts that the value does not name are left as they were; null unsets the ones it does (RFC 7644 section 3.5.2.3).
  return mergeParts(isJsonObject(before) ? before : {}, read, emptiedParts(operation.value));
}

function changePart(before: JsonObject, operation: Operation, { attribute, sub }: AttributeTarget): Json | undefined {
  if (!sub) return before;
  const path = `${attribute.name}.${sub.name}`;
  const value = operation.op === 'remove' ? undefined : readValue(sub, operation.value ?? null, path);
  return withPart(before, sub.name, value);
}

/** The object with one part set, or without it; undefined when nothing is left. */
export function withPart(object: JsonObject, name: string, value: Json | undefined): JsonObject | undefined {
  const changed = { ...object };
  if (value === undefined) Reflect.deleteProperty(changed, name);
  else changed[name] = value;
  return Object.keys(changed).length === 0 ? undefined : changed;
}

/** The parts of before, with those of `read` over them, and without those that are emptied. */
export function mergeParts(before: JsonObject, read: JsonObject, emptied: ReadonlySet<string>): JsonObject | undefined {
  const merged = { ...before, ...read };
  for (const name of Object.keys(merged)) if (emptied.has(name.toLowerCase())) Reflect.deleteProperty(merged, name);
  return Object.keys(merged).length === 0 ? undefined : merged;
}

/** The parts that a value says are null, in lower case. */
export function emptiedParts(given: Json | undefined): Set<string> {
  const names = isJsonObject(given) ? Object.keys(given).filter((name) => given[name] === null) : [];
  return new Set(names.map((name) => name.toLowerCase()));
}
