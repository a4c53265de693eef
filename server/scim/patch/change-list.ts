import type { Filter } from '../../../shared/scim/filter.ts';
import { isJsonObject } from '../../../shared/scim/json.ts';
import type { Json, JsonObject } from '../../../shared/scim/json.ts';
import { invalid } from '../../errors.ts';
import { matches } from '../filter/evaluate.ts';
import type { Attribute } from '../schema/attribute.ts';
import { findAttribute } from '../schema/attribute-path.ts';
import { foldValue } from '../schema/fold.ts';
import { alikeText, readSingle, readValue } from '../schema/value.ts';
import { emptiedParts, mergeParts, withPart } from './change-single.ts';
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
  const added = new Map(read.map((element) => [textOf(element), element]));
  for (const element of list) added.delete(textOf(element));
  return [...list, ...added.values()];
}

/** What elements say, made once for each: a PATCH may add to the same list in every operation. */
const texts = new WeakMap<JsonObject, string>();

function textOf(element: Json): string {
  if (!isJsonObject(element)) return alikeText(element);
  const text = texts.get(element) ?? alikeText(element);
  texts.set(element, text);
  return text;
}

/** A single object stands for a list of one: several clients send that. */
function readElements(attribute: Attribute, value: Json): Json[] {
  const list = value === null || Array.isArray(value) ? value : [value];
  const read = readValue(attribute, list, attribute.name);
  return Array.isArray(read) ? read : [];
}

/** Elements that are named by the same parts, and the texts of those parts. */
type Named = { parts: string[]; texts: Set<string> };

/**
 * `remove` with a list takes away what the list names, as old Entra ID and JumpCloud mean it; without a value, all. An element
 * is named by what has some of its parts. To compare each with each would take the square of the time.
 */
function removeListed(list: Json[], value: Json | undefined, attribute: Attribute): Json[] {
  if (value === undefined || value === null) return [];
  const byParts = new Map<string, Named>();
  for (const element of readElements(attribute, value)) {
    const parts = isJsonObject(element) ? Object.keys(element).sort() : [];
    const named = byParts.get(parts.join()) ?? { parts, texts: new Set() };
    byParts.set(parts.join(), named);
    named.texts.add(alikeText(foldedParts(attribute, element, parts)));
  }
  const all = [...byParts.values()];
  return list.filter(
    (element) => !all.some(({ parts, texts }) => texts.has(alikeText(foldedParts(attribute, element, parts)))),
  );
}

/** Some parts of an element, in the form in which they are compared; null for those that it has not. */
function foldedParts(attribute: Attribute, element: Json, parts: readonly string[]): Json[] {
  if (!isJsonObject(element)) return [element];
  return parts.map((name) => {
    const [part, value = null] = [findAttribute(attribute.subAttributes, name), element[name]];
    return part && typeof value === 'string' ? foldValue(part, value) : value;
  });
}

function changeElements(list: Json[], operation: Operation, target: AttributeTarget): Json[] {
  const chosen = list.map((element) => target.where === null || matches(target.where, element));
  if (!chosen.includes(true)) return operation.op === 'remove' ? list : addMissing(list, operation, target);
  const change = elementChange(operation, target);
  return list
    .map((element, index) => (chosen[index] ? change(isJsonObject(element) ? element : {}) : element))
    .filter((element) => element !== undefined);
}

/** What an operation makes of an element. Its value is read once, however many elements there are. */
function elementChange(
  operation: Operation,
  { attribute, sub }: AttributeTarget,
): (element: JsonObject) => Json | undefined {
  const { op, value = null } = operation;
  if (op === 'remove') return (element) => (sub ? withPart(element, sub.name, undefined) : undefined);
  if (sub) {
    const read = readValue(sub, value, `${attribute.name}.${sub.name}`);
    return (element) => withPart(element, sub.name, read);
  }
  if (value === null) return () => undefined;
  const read = readSingle(attribute, onlyElement(value), attribute.name);
  if (!isJsonObject(read)) return () => read;
  if (op === 'replace') return () => ({ ...read });
  const emptied = emptiedParts(value);
  return (element) => mergeParts(element, read, emptied);
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
  const made = elementChange({ ...operation, op: 'add' }, target)(described);
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
