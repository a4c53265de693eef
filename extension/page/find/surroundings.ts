import { areaOf, type Area } from './area.ts';
import { composedParent } from './composed.ts';
import { ownText } from './naming.ts';
import type { Scan, Seen } from './scan.ts';
import { firstAfter, leavesIn, within, type Span } from './spans.ts';
import { isExpanded } from './state.ts';
import { compileNames, normalise, spelled } from './text.ts';
import type { Control } from './types.ts';
import { AREA, CLUE } from './weights.ts';

/** A strip of tabs has no more texts than this. */
const MOST_IN_STRIP = 16;

/** What the surroundings of a candidate say for or against its being that control. */
export function surroundings(control: Control, seen: Seen, scan: Scan, areas: Map<Element, Area>): number {
  const { element } = seen;
  const area = areas.get(element) ?? areaOf(element, scan);
  areas.set(element, area);
  let total = 0;
  const among = control.among ? standsAmong(control.among, seen, scan) : false;
  if (among) total += CLUE.among;
  total += among && control.scope === 'strip' ? AREA.strip.strip : AREA[control.scope][area];
  if (control.opens) total += CLUE.opens;
  if (control.within && standsWithin(control.within, seen, scan)) total += CLUE.section;
  if (control.outside && standsWithin(control.outside, seen, scan, 3)) total += CLUE.outside;
  if (leadsElsewhere(element)) total += CLUE.leadsElsewhere;
  const type = element.getAttribute('type') ?? '';
  if (control.inputTypes?.includes(type)) total += CLUE.inputType;
  return total;
}

/** A link to another site: documentation, marketing, support. */
function leadsElsewhere(element: Element): boolean {
  const link = element.closest('a[href]');
  if (!link || !('host' in link) || typeof link.host !== 'string') return false;
  return link.host !== '' && link.host !== element.ownerDocument.location.host;
}

/** Whether one of those texts stands in the same strip: the first ancestor that holds two other texts. */
function standsAmong(texts: readonly string[], seen: Seen, scan: Scan): boolean {
  const wanted = new Set(spelled(texts));
  if (isExpanded(seen.element) !== null && headsSectionAmong(wanted, seen, scan)) return true;
  let up = composedParent(seen.element);
  for (let level = 0; up && level < 5; level++, up = composedParent(up)) {
    const span = scan.spans.get(up);
    if (!span) return false;
    const others = leavesIn(scan.leaves, span).filter((leaf) => leaf.at < seen.start || leaf.at > seen.end);
    if (others.length >= 2) return others.length <= MOST_IN_STRIP && others.some((leaf) => wanted.has(leaf.text));
  }
  return false;
}

/** Whether it heads a section that opens and closes, beside others of which one is headed so, whatever they hold. */
function headsSectionAmong(wanted: ReadonlySet<string>, seen: Seen, scan: Scan): boolean {
  let up: Element | null = seen.element;
  for (let level = 0; up && level < 4; level++, up = composedParent(up)) {
    const own: Element = up;
    const beside = [...(composedParent(own)?.children ?? [])].filter((other) => other.tagName === own.tagName);
    const heads = beside.map((other) => scan.leaves[firstAfter(scan.leaves, scan.spans.get(other)?.start ?? Infinity)]);
    if (heads.some((head) => head && wanted.has(head.text))) return true;
  }
  return false;
}

/** Whether a heading heads what an element stands in, and not a box that closed before it. */
function isHeadOf(heading: Seen, seen: Seen, scan: Scan): boolean {
  let block: Span = heading;
  for (let up = composedParent(heading.element); up; up = composedParent(up)) {
    const span = scan.spans.get(up);
    if (!span) return false;
    if (within(span, seen)) return true;
    const head = block;
    // A wrapper of nothing but the heading is the heading still.
    if (leavesIn(scan.leaves, span).some((leaf) => leaf.at < head.start || leaf.at > head.end)) return false;
    block = span;
  }
  return false;
}

/** Whether the nearest heading before it, in any of its ancestors, is one of those. */
function standsWithin(headings: readonly string[], seen: Seen, scan: Scan, levels = 12): boolean {
  const wanted = compileNames({ words: headings });
  let up = composedParent(seen.element);
  for (let level = 0; up && level < levels; level++, up = composedParent(up)) {
    const span = scan.spans.get(up);
    if (!span) return false;
    const before = scan.headings.filter((other) => within(span, other) && other.end < seen.start);
    const nearest = before.at(-1);
    const heads = before.findLast((heading) => isHeadOf(heading, seen, scan));
    if ([nearest, heads].some((heading) => heading && wanted.match(ownText(heading, scan)) !== null)) return true;
    const label = normalise(up.getAttribute('aria-label') ?? '');
    if (label !== '' && wanted.match(label) !== null) return true;
  }
  return false;
}
