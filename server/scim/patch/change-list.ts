import { isDeepStrictEqual } from 'node:util';
import type { Filter } from '../../../shared/scim/filter.ts';
import { isJsonObject } from '../../../shared/scim/json.ts';
import type { Json, JsonObject } from '../../../shared/scim/json.ts';
import { invalid } from '../../errors.ts';
import { matches } from '../filter/evaluate.ts';
import type { Attribute } from '../schema/attribute.ts';
import { findAttribute } from '../schema/attribute-path.ts';
import { foldValue } from '../schema/fold.ts';
import { readSingle, readValue } from '../schema/value.ts';
import { mergeParts, withPart } from './change-single.ts';
import type { Operation } from './operations.ts';
import type { AttributeTarget } from './target.ts';

/** The list after an operation; undefined when it is empty then. At most one element stays primary: the one just made so. */
export function changeList(before: Json | undefined, operation: Operation, target: AttributeTarget): Json | undefined {
  const list = Array.isArray(before) ? before : [];
  const changed = changedElements(list, operation, target);
  return changed.length === 0 ? undefined : onePrimary(list, changed);
}

function changedElements(list: Json[], operation: Operation, target: AttributeTarget): Json[] {
  if (target.where || target.sub) return changeElements(list, operation, target);
  if (operation.op === 'remove') return removeListed(list, operation.value, target.attribute);
  const read = readElements(target.attribute, operation.value ?? null);
  if (operation.op === 'replace') return read;
  return [...list, ...read.filter((element) => !list.some((other) => isDeepStrictEqual(other, element)))];
}

/** A single object stands for a list of one: several clients send that. */
function readElements(attribute: Attribute, value: Json): Json[] {
  const list = value === null || Array.isArray(value) ? value : [value];
  const read = readValue(attribute, list, attribute.name);
  return Array.isArray(read) ? read : [];
}

/** `remove` with a list takes away what the list names, as old Entra ID and JumpCloud mean it; without a value, all. */
function removeListed(list: Json[], value: Json | undefined, attribute: Attribute): Json[] {
  if (value === undefined || value === null) return [];
  const named = readElements(attribute, value);
  return list.filter((element) => !named.some((other) => covers(attribute, other, element)));
}

/** Whether every part that `named` has is the same in the element. */
function covers(attribute: Attribute, named: Json, element: Json): boolean {
  if (!isJsonObject(named) || !isJsonObject(element)) return isDeepStrictEqual(named, element);
  return Object.entries(named).every(([name, value]) => {
    const part = findAttribute(attribute.subAttributes, name);
    const other = element[name];
    if (!part || typeof value !== 'string' || typeof other !== 'string') return isDeepStrictEqual(value, other);
    return foldValue(part, value) === foldValue(part, other);
  });
}

function changeElements(list: Json[], operation: Operation, target: AttributeTarget): Json[] {
  const chosen = list.map((element) => target.where === null || matches(target.where, element));
  if (!chosen.includes(true) && operation.op !== 'remove') return addMissing(list, operation, target);
  return list
    .map((element, index) => (chosen[index] ? changeElement(element, operation, target) : element))
    .filter((element) => element !== undefined);
}

function changeElement(element: Json, operation: Operation, { attribute, sub }: AttributeTarget): Json | undefined {
  const path = sub ? `${attribute.name}.${sub.name}` : attribute.name;
  const object = isJsonObject(element) ? element : {};
  if (operation.op === 'remove') return sub ? withPart(object, sub.name, undefined) : undefined;
  if (sub) return withPart(object, sub.name, readValue(sub, operation.value ?? null, path));
  if (operation.value === null || operation.value === undefined) return undefined;
  const read = readSingle(attribute, onlyElement(operation.value), path);
  return operation.op === 'add' && isJsonObject(read) ? mergeParts(object, read, operation.value) : read;
}

function onlyElement(value: Json): Json {
  return Array.isArray(value) && value.length === 1 ? (value[0] ?? null) : value;
}

/**
 * An `add` that chooses nothing makes the element that its equalities describe; a `replace` has nothing to replace (RFC 7644
 * section 3.5.2.3: noTarget).
 */
function addMissing(list: Json[], operation: Operation, target: AttributeTarget): Json[] {
  if (operation.op === 'replace' && target.where) {
    throw invalid('noTarget', `No value of ${target.attribute.name} fits the filter in the path.`);
  }
  const described = target.filter === null ? {} : describedBy(target.attribute, target.filter);
  if (described === null)
    throw invalid('noTarget', `No value of ${target.attribute.name} fits the filter in the path.`);
  const made = changeElement(described, { ...operation, op: 'add' }, target);
  return made === undefined ? list : [...list, made];
}

/** The element that a filter of equalities describes, or null for any other filter. */
function describedBy(attribute: Attribute, filter: Filter): JsonObject | null {
  if (filter.kind === 'and') {
    const parts = filter.filters.map((part) => describedBy(attribute, part));
    return parts.reduce((whole, part) => (whole && part ? { ...whole, ...part } : null), {});
  }
  if (filter.kind !== 'compare' || filter.operator !== 'eq') return null;
  const part = findAttribute(attribute.subAttributes, filter.path.name);
  const value = part ? readValue(part, filter.value, `${attribute.name}.${part.name}`) : undefined;
  return part && value !== undefined ? { [part.name]: value } : {};
}

/** Making one primary takes it from the others (RFC 7644 section 3.5.2). */
function onePrimary(before: Json[], after: Json[]): Json[] {
  const primaries = after.filter(isPrimary);
  if (primaries.length < 2) return after;
  const fresh = primaries.findLast((element) => !before.includes(element)) ?? primaries.at(-1);
  return after.map((element) =>
    element !== fresh && isPrimary(element) && isJsonObject(element) ? { ...element, primary: false } : element,
  );
}

function isPrimary(element: Json): boolean {
  return isJsonObject(element) && element['primary'] === true;
}
