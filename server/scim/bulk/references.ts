import { isJsonObject } from '../../../shared/scim/json.ts';
import type { Json } from '../../../shared/scim/json.ts';

/** RFC 7644 section 3.7.2: stands for the id of what another operation creates. */
const PREFIX = 'bulkId:';

/** The bulkId that a text refers to, or null. */
export function referenceIn(text: string): string | null {
  return text.startsWith(PREFIX) && text.length > PREFIX.length ? text.slice(PREFIX.length) : null;
}

/** Every bulkId that a value refers to, anywhere in it. */
export function referencesIn(value: Json | undefined): string[] {
  if (typeof value === 'string') return [referenceIn(value)].filter((found) => found !== null);
  if (Array.isArray(value)) return value.flatMap(referencesIn);
  return isJsonObject(value) ? Object.values(value).flatMap(referencesIn) : [];
}

/** The value with ids in the place of references. */
export function withIds(value: Json, idOf: (bulkId: string) => string): Json {
  if (typeof value === 'string') {
    const reference = referenceIn(value);
    return reference === null ? value : idOf(reference);
  }
  if (Array.isArray(value)) return value.map((part) => withIds(part, idOf));
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, withIds(part, idOf)]));
}

/**
 * The order in which to run operations: each behind those that it refers to, else as they came. Those that refer to each
 * other in a circle follow one another, and before all that refer to any of them. Takes, for each, the indexes that it refers
 * to.
 */
export function runningOrder(references: readonly (readonly number[])[]): number[] {
  const order: number[] = [];
  const begun = new Set<number>();
  for (const start of references.keys()) visit(start, references, begun, order);
  return order;
}

/** Depth first with a stack of its own: chains may be as long as a bulk request. */
function visit(start: number, references: readonly (readonly number[])[], begun: Set<number>, order: number[]): void {
  if (begun.has(start)) return;
  begun.add(start);
  const stack = [{ index: start, next: 0 }];
  for (let top = stack.at(-1); top; top = stack.at(-1)) {
    const reference = references[top.index]?.[top.next];
    top.next += 1;
    if (reference === undefined) {
      order.push(top.index);
      stack.pop();
    } else if (!begun.has(reference)) {
      begun.add(reference);
      stack.push({ index: reference, next: 0 });
    }
  }
}
