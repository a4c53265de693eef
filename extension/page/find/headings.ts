import { composedParent } from './composed.ts';
import { kept } from './kept.ts';
import { compileNames } from './names.ts';
import { ownText } from './naming.ts';
import type { Scan, Seen } from './scan.ts';
import { countIn, within, type Span } from './spans.ts';
import { normalise } from './text.ts';

/** Headings are asked for again for every candidate of a control. */
const compiledHeadings = kept((headings: readonly string[]) => compileNames({ words: headings }));

/** Whether a heading is one of those, or begins with it or holds it. */
export function isHeading(headings: readonly string[], text: string): boolean {
  return compiledHeadings(headings).match(text) !== null;
}

/** Whether the nearest heading before it, in any of its ancestors, is one of those. */
export function standsWithin(headings: readonly string[], seen: Seen, scan: Scan, levels = 12): boolean {
  let up = composedParent(seen.element);
  for (let level = 0; up && level < levels; level++, up = composedParent(up)) {
    const span = scan.spans.get(up);
    if (!span) return false;
    const before = scan.headings.filter((other) => within(span, other) && other.end < seen.start);
    const nearest = before.at(-1);
    const heads = before.findLast((heading) => isHeadOf(heading, seen, scan));
    if ([nearest, heads].some((heading) => heading && isHeading(headings, ownText(heading, scan)))) return true;
    const label = normalise(up.getAttribute('aria-label') ?? '');
    if (label !== '' && isHeading(headings, label)) return true;
  }
  return false;
}

/**
 * The text of the heading of the box that an element stands in, when those others do not all stand in it, too; null where
 * there is no such box.
 */
export function headOfOwnBox(element: Element, others: readonly Span[], scan: Scan): string | null {
  const own = scan.spans.get(element);
  if (!own) return null;
  const seen: Seen = { ...own, element, concealed: false };
  for (let up = composedParent(element); up; up = composedParent(up)) {
    const box = scan.spans.get(up);
    if (!box || others.every((other) => within(box, other))) return null;
    const head = scan.headings.findLast(
      (heading) => within(box, heading) && heading.end < own.start && isHeadOf(heading, seen, scan),
    );
    if (head) return ownText(head, scan);
  }
  return null;
}

/** Whether a heading heads what an element stands in, and not a box that closed before it. */
function isHeadOf(heading: Seen, seen: Seen, scan: Scan): boolean {
  let block: Span = heading;
  for (let up = composedParent(heading.element); up; up = composedParent(up)) {
    const span = scan.spans.get(up);
    if (!span) return false;
    if (within(span, seen)) return true;
    // A wrapper of nothing but the heading is the heading still.
    if (countIn(scan.leaves, span) > countIn(scan.leaves, block)) return false;
    block = span;
  }
  return false;
}
