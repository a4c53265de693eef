import { composedParent } from './composed.ts';
import { firstAfter, leavesIn, within, type Scan, type Seen, type Span, type TextLeaf } from './scan.ts';
import { isMirror } from './styled-toggle.ts';
import { normalise } from './text.ts';
import { CAPTION_DISTANCE, SOURCE } from './weights.ts';

/** A text that may name a control, and how far its source is to be trusted. */
export type NamedBy = { text: string; trust: number };

/** Further away than this a text is no caption; in ancestors and in pieces of text. */
const LEVELS = 6;
const MOST_CAPTIONS = 4;

/**
 * What stands around a field that has no label of its own: the text before it in the largest ancestor that holds no
 * other field, else, where fields and captions lie flat side by side, the text between the field before and this one.
 */
export function captionsOf(field: Seen, scan: Scan): NamedBy[] {
  const group = groupOf(field, scan);
  const inGroup = group ? readable(leavesIn(scan.leaves, group)) : [];
  const before = inGroup.filter((leaf) => leaf.at < field.start).reverse();
  const after = inGroup.filter((leaf) => leaf.at > field.end);
  const captions = before.length > 0 ? before : flatCaptions(field, scan);
  // A text of its own after the field makes it likely that the one before it belongs to the field before.
  const trust = before.length === 0 && after.length > 0 ? SOURCE.captionFar : SOURCE.captionBefore;
  return [
    ...captions.slice(0, MOST_CAPTIONS).map((leaf, index) => ({
      text: leaf.text,
      trust: trust - index * CAPTION_DISTANCE,
    })),
    ...after.slice(0, 1).map((leaf) => ({ text: leaf.text, trust: SOURCE.captionAfter })),
    ...columnHeader(field.element),
  ];
}

/** The largest ancestor of a field that holds no other field or select. */
function groupOf(field: Seen, scan: Scan): Span | null {
  let group: Span | null = null;
  let up = composedParent(field.element);
  for (let level = 0; up && level < LEVELS; level++, up = composedParent(up)) {
    const span = scan.spans.get(up);
    if (!span || up.tagName === 'BODY' || countFields(span, scan) > 1) break;
    group = span;
  }
  return group;
}

function countFields(span: Span, scan: Scan): number {
  const count = (seen: readonly Seen[]): number =>
    seen.filter((other) => within(span, other) && !other.concealed && !isMirror(other.element)).length;
  return count(scan.fields) + count(scan.selects);
}

function flatCaptions(field: Seen, scan: Scan): TextLeaf[] {
  const parent = composedParent(field.element);
  const container = parent && scan.spans.get(parent);
  const all = [...scan.fields, ...scan.selects].sort((one, other) => one.start - other.start);
  const previous = all.findLast((other) => other.end < field.start);
  const first = container && all.find((other) => within(container, other));
  if (container && first) {
    // Where the first field has nothing before it, the captions come after their fields: nothing can be told.
    const head = leavesIn(scan.leaves, { start: container.start, end: first.start });
    if (first !== field && within(container, previous ?? first) && readable(head).length === 0) return [];
  }
  const from = firstAfter(scan.leaves, previous?.end ?? 0);
  const to = firstAfter(scan.leaves, field.start);
  return readable(scan.leaves.slice(Math.max(from, to - MOST_CAPTIONS * 2), to)).reverse();
}

/** Leaves that may be a caption: seen by people, and not the text of a button. */
function readable(leaves: readonly TextLeaf[]): TextLeaf[] {
  return leaves.filter((leaf) => !leaf.concealed && !leaf.pressable && leaf.text !== '');
}

/** In a table whose columns name what is in them. */
function columnHeader(element: Element): NamedBy[] {
  const cell = element.closest('td');
  const table = cell?.closest('table');
  const header = table?.tHead?.rows[0]?.cells[cell?.cellIndex ?? -1];
  const text = normalise(header?.textContent ?? '');
  return text === '' ? [] : [{ text, trust: SOURCE.columnHeader }];
}
