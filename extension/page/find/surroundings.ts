import { areaOf, type Area } from './area.ts';
import { composedParent } from './composed.ts';
import { standsWithin } from './headings.ts';
import type { Scan, Seen } from './scan.ts';
import { countIn, firstAfter, leavesIn } from './spans.ts';
import { isExpanded } from './state.ts';
import { spelledSet } from './text.ts';
import type { Control } from './types.ts';
import { AREA, CLUE } from './weights.ts';

/** A strip of tabs has no more texts than this. */
const MOST_IN_STRIP = 16;
/** Sections that open and close, with their headings and the lines between them, are no more elements than this. */
const MOST_PARTS = 3 * MOST_IN_STRIP;

/** How many ancestors are asked for the heading of a section that something else stands in. */
const NEAR_LEVELS = 3;
const MOST_LEVELS = 8;

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
  total += outside(control, seen, scan);
  if (leadsElsewhere(element)) total += CLUE.leadsElsewhere;
  if (isInSentence(element)) total += CLUE.inSentence;
  const type = element.getAttribute('type') ?? '';
  if (control.inputTypes?.includes(type)) total += CLUE.inputType;
  return total;
}

/** A field of another form is none, wherever in it it stands. */
function outside(control: Control, seen: Seen, scan: Scan): number {
  const isField = control.kind === 'field';
  const stands = control.outside && standsWithin(control.outside, seen, scan, isField ? MOST_LEVELS : NEAR_LEVELS);
  return !stands ? 0 : isField ? CLUE.apart : CLUE.outside;
}

/** A link to another site: documentation, marketing, support. */
function leadsElsewhere(element: Element): boolean {
  const link = element.closest('a[href]');
  if (!link || !('host' in link) || typeof link.host !== 'string') return false;
  return link.host !== '' && link.host !== element.ownerDocument.location.host;
}

/** A link within a sentence tells of a thing: it is not where people go to reach it. */
function isInSentence(element: Element): boolean {
  const link = element.closest('a, [role=link]');
  let around: Element | null = link?.parentElement ?? null;
  // Emphasis around the link alone.
  while (around?.matches('b, strong, em, i, u, span') && around.childNodes.length === 1) around = around.parentElement;
  const said = [...(around?.childNodes ?? [])].map((node) => (node.nodeType === Node.TEXT_NODE ? node.nodeValue : ''));
  return WORDS.test(said.join(' '));
}

/** Two words or more; in Japanese, a particle. */
const WORDS = /\p{L}{2,}[^\p{L}]+\p{L}{2,}|[\u3040-\u309f]{2}/u;

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
