import { areaOf, type Area } from './area.ts';
import { composedParent } from './composed.ts';
import { kept } from './kept.ts';
import { ownText } from './naming.ts';
import type { Scan, Seen } from './scan.ts';
import { countIn, firstAfter, leavesIn, within, type Span } from './spans.ts';
import { isExpanded } from './state.ts';
import { compileNames, normalise, spelledSet } from './text.ts';
import type { Control } from './types.ts';
import { AREA, CLUE } from './weights.ts';

/** A strip of tabs has no more texts than this. */
const MOST_IN_STRIP = 16;
/** Sections that open and close, with their headings and the lines between them, are no more elements than this. */
const MOST_PARTS = 3 * MOST_IN_STRIP;

/** What the surroundings of a candidate say for or against its being that control. */
export function surroundings(control: Control, seen: Seen, scan: Scan, areas: Map<Element, Area>): number {
  const { element } = seen;
  const found = areas.get(element) ?? areaOf(element, scan);
  areas.set(element, found);
  // A choice between two may be drawn as a strip of tabs in the form.
  const area = control.kind === 'option' && found === 'strip' ? 'content' : found;
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
  const wanted = spelledSet(texts);
  if (isExpanded(seen.element) !== null && headsSectionAmong(wanted, seen, scan)) return true;
  let up = composedParent(seen.element);
  for (let level = 0; up && level < 5; level++, up = composedParent(up)) {
    const span = scan.spans.get(up);
    if (!span) return false;
    const others = countIn(scan.leaves, span) - countIn(scan.leaves, seen);
    if (others < 2) continue;
    if (others > MOST_IN_STRIP) return false;
    return leavesIn(scan.leaves, span).some(({ at, text }) => (at < seen.start || at > seen.end) && wanted.has(text));
  }
  return false;
}

/** Whether it heads a section that opens and closes, beside others of which one is headed so, whatever they hold. */
function headsSectionAmong(wanted: ReadonlySet<string>, seen: Seen, scan: Scan): boolean {
  let up: Element | null = seen.element;
  for (let level = 0; up && level < 4; level++, up = composedParent(up)) {
    const own: Element = up;
    const all = composedParent(own)?.children ?? [];
    // A list of many is no application of a few parts.
    if (all.length > MOST_PARTS) return false;
    const beside = [...all].filter((other) => other.tagName === own.tagName);
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
    // A wrapper of nothing but the heading is the heading still.
    if (countIn(scan.leaves, span) > countIn(scan.leaves, block)) return false;
    block = span;
  }
  return false;
}

/** Headings are asked for again for every candidate of a control. */
const compiledHeadings = kept((headings: readonly string[]) => compileNames({ words: headings }));

/** Whether the nearest heading before it, in any of its ancestors, is one of those. */
function standsWithin(headings: readonly string[], seen: Seen, scan: Scan, levels = 12): boolean {
  const wanted = compiledHeadings(headings);
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
