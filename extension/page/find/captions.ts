import { composedParent } from './composed.ts';
import type { Scan, Seen } from './scan.ts';
import { firstAfter, lastBefore, spansIn, within, type Span, type TextLeaf } from './spans.ts';
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
  const before = group ? readableBefore(field, field.start, group.start, MOST_CAPTIONS, scan) : [];
  const after = group ? readableAfter(field, group.end, scan) : [];
  const all = before.length > 0 ? before : flatCaptions(field, scan);
  const [nearest] = all;
  const captions = all.filter((leaf) => leaf === nearest || !nearest || !isOfAnother(leaf.element, nearest.element));
  // A text of its own after the field makes it likely that the one before it belongs to the field before.
  const trust = before.length === 0 && after.length > 0 ? SOURCE.captionFar : SOURCE.captionBefore;
  return [
    ...captions.map((leaf, index) => ({
      text: leaf.text,
      trust: trust - index * CAPTION_DISTANCE,
    })),
    // What stands behind a field that has a caption before it may be the next one's.
    ...after
      .filter((leaf) => !before[0] || !isOfAnother(leaf.element, before[0].element))
      .map((leaf) => ({ text: leaf.text, trust: before.length > 0 ? SOURCE.captionFar : SOURCE.captionAfter })),
    ...columnHeader(field.element),
  ];
}

/** Terms of a list stand side by side; whatever else does may be one caption in two pieces. */
const TERMS = 'dt, th';

/** Whether a text is drawn as a field's own caption is, in a box of its own: it is what another field was called that is gone. */
function isOfAnother(text: Element, caption: Element): boolean {
  if (text === caption || text.tagName !== caption.tagName) return false;
  if (text.getAttribute('class') !== caption.getAttribute('class')) return false;
  return text.matches(TERMS) || text.parentElement !== caption.parentElement;
}

/** The largest ancestor of a field that holds no other field or select. */
function groupOf(field: Seen, scan: Scan): Span | null {
  let group: Span | null = null;
  let up = composedParent(field.element);
  for (let level = 0; up && level < LEVELS; level++, up = composedParent(up)) {
    const span = scan.spans.get(up);
    if (!span || up.tagName === 'BODY' || holdsOthers(span, scan)) break;
    group = span;
  }
  return group;
}

/** Counts other fields only as far as it matters. */
function holdsOthers(span: Span, scan: Scan): boolean {
  let count = 0;
  for (const other of spansIn(scan.inputs, span)) {
    if (isOnPage(other, scan) && !isMirror(other.element) && ++count > 1) return true;
  }
  return false;
}

/** Whether people see a field at all: many pages keep another, not shown, beside the one that is. */
function isOnPage({ element, concealed }: Seen, { layout }: Scan): boolean {
  return !concealed && layout.isVisible(element);
}

function flatCaptions(field: Seen, scan: Scan): TextLeaf[] {
  const { inputs, leaves } = scan;
  const parent = composedParent(field.element);
  const container = parent && scan.spans.get(parent);
  let previous = lastBefore(inputs, field.start);
  while (previous && !isOnPage(previous, scan)) previous = lastBefore(inputs, previous.start);
  const first = container && [...spansIn(inputs, container)].find((input) => isOnPage(input, scan));
  if (container && first) {
    // Where the first field has nothing before it, the captions come after their fields: nothing can be told.
    const head = readableBefore(first, first.start, container.start, 1, scan);
    if (first !== field && within(container, previous ?? first) && head.length === 0) return [];
  }
  const from = firstAfter(leaves, previous?.end ?? 0);
  const to = firstAfter(leaves, field.start);
  return leaves
    .slice(Math.max(from, to - MOST_CAPTIONS * 2), to)
    .filter((leaf) => isReadable(leaf, field, scan))
    .reverse()
    .slice(0, MOST_CAPTIONS);
}

/** The last texts between two points of the walk that may be a caption of a field, from the one nearest to `end` on. */
function readableBefore(field: Seen, end: number, start: number, most: number, scan: Scan): TextLeaf[] {
  const { leaves } = scan;
  const found: TextLeaf[] = [];
  for (let index = firstAfter(leaves, end) - 1; index >= 0 && found.length < most; index--) {
    const leaf = leaves[index];
    if (!leaf || leaf.at <= start) break;
    if (isReadable(leaf, field, scan)) found.push(leaf);
  }
  return found;
}

/** The first text between two points of the walk that may be a caption, if there is one. */
function readableAfter(field: Seen, end: number, scan: Scan): TextLeaf[] {
  const { leaves } = scan;
  for (let index = firstAfter(leaves, field.end); index < leaves.length; index++) {
    const leaf = leaves[index];
    if (!leaf || leaf.at > end) break;
    if (isReadable(leaf, field, scan)) return [leaf];
  }
  return [];
}

/** Whether people may read a text as the caption of a field: it is no button's, and not the label of another field. */
function isReadable({ concealed, pressable, text, element }: TextLeaf, field: Seen, scan: Scan): boolean {
  if (concealed || pressable || text === '') return false;
  const label = scan.controlled.size > 0 ? element.closest('label') : null;
  return label === null || !scan.controlled.has(label) || (scan.labels.get(field.element)?.includes(label) ?? false);
}

/** In a table whose columns name what is in them. */
export function columnHeader(element: Element): NamedBy[] {
  const cell = element.closest('td');
  const table = cell?.closest('table');
  const header = table?.tHead?.rows[0]?.cells[cell?.cellIndex ?? -1];
  const text = normalise(header?.textContent ?? '');
  return text === '' ? [] : [{ text, trust: SOURCE.columnHeader }];
}
