/** Where an element stands in the walk: itself and everything in it lie from `start` to `end`. */
export type Span = { start: number; end: number };

/** A piece of text: the element that holds it, and its text as it is compared. */
export type TextLeaf = {
  at: number;
  element: Element;
  text: string;
  raw: string;
  concealed: boolean;
  /** It is the text of something that can be pressed. */
  pressable: boolean;
};

/** The pieces of text within a span, in order; no more than are asked for. */
export function leavesIn(leaves: readonly TextLeaf[], span: Span, most = Infinity): TextLeaf[] {
  const from = firstAfter(leaves, span.start);
  const found: TextLeaf[] = [];
  for (let index = from; index < leaves.length && found.length < most; index++) {
    const leaf = leaves[index];
    if (!leaf || leaf.at > span.end) break;
    found.push(leaf);
  }
  return found;
}

/** How many pieces of text lie within a span. */
export function countIn(leaves: readonly TextLeaf[], span: Span): number {
  return firstAfter(leaves, span.end) - firstAfter(leaves, span.start);
}

/** The index of the first piece of text that comes after a point of the walk. */
export function firstAfter(leaves: readonly TextLeaf[], at: number): number {
  let low = 0;
  let high = leaves.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((leaves[middle]?.at ?? Infinity) <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Whether one span lies in another. */
export function within(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** The index of the first of spans in order that starts at a point of the walk or after it. */
export function firstFrom(spans: readonly Span[], at: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.start ?? Infinity) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Those of spans in order that lie in another. */
export function* spansIn<T extends Span>(spans: readonly T[], outer: Span): Generator<T, undefined> {
  for (let index = firstFrom(spans, outer.start); index < spans.length; index++) {
    const inner = spans[index];
    if (!inner || inner.start > outer.end) return undefined;
    if (inner.end <= outer.end) yield inner;
  }
  return undefined;
}

/** The last of spans in order that ends before a point of the walk. */
export function lastBefore<T extends Span>(spans: readonly T[], at: number): T | undefined {
  for (let index = firstFrom(spans, at) - 1; index >= 0; index--) {
    const span = spans[index];
    if (span && span.end < at) return span;
  }
  return undefined;
}

/** The innermost of spans in order that another lies in. */
export function spanAround<T extends Span>(spans: readonly T[], inner: Span): T | undefined {
  for (let index = firstFrom(spans, inner.start + 1) - 1; index >= 0; index--) {
    const outer = spans[index];
    if (outer && within(outer, inner)) return outer;
  }
  return undefined;
}
