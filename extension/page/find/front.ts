import type { PageContext } from '../context.ts';
import { composedParent } from './composed.ts';
import { elementOf } from './decide.ts';

import type { Scan, Seen } from './scan.ts';
import { countIn, leavesIn, spansIn, type Span } from './spans.ts';
import type { Match } from './types.ts';

/** A layer of the page that lies over everything else. */
export type Front = Span & { title: string };

/** No more matched controls than this are asked what lies over them. */
const MOST_ASKED = 8;

/** The topmost dialog that says of itself that it is modal, or lies on a layer that fills the window. */
export function declaredFront(scan: Scan, context: PageContext): Front | null {
  const dialog = scan.dialogs.findLast(
    (candidate) =>
      !candidate.concealed && isModal(candidate.element, context) && context.layout.isVisible(candidate.element),
  );
  return dialog ? { start: dialog.start, end: dialog.end, title: titleOf(dialog, scan) } : null;
}

function isModal(element: Element, context: PageContext): boolean {
  if (element.getAttribute('aria-modal') === 'true') return true;
  if (element.tagName === 'DIALOG') return element.matches(':modal');
  const parent = composedParent(element);
  const around = [element, parent, ...(parent ? [...parent.children] : [])];
  return around.some((candidate) => candidate !== null && context.layout.isLayer(candidate));
}

/** A layer without a role that lies over controls which were matched. */
export function undeclaredFront(matches: Iterable<Match>, scan: Scan, context: PageContext): Front | null {
  let asked = 0;
  for (const match of matches) {
    const element = elementOf(match);
    if (!element) continue;
    if (++asked > MOST_ASKED) return null;
    const over = context.layout.covering(element);
    const layer = over && layerOf(over, element, scan, context);
    if (layer) return { start: layer.start, end: layer.end, title: titleOf(layer, scan) };
  }
  return null;
}

function layerOf(over: Element, under: Element, scan: Scan, context: PageContext): Seen | null {
  for (let up: Element | null = over; up; up = composedParent(up)) {
    if (context.isOurs(up)) return null;
    const span = scan.spans.get(up);
    const target = scan.spans.get(under);
    if (!span || (target && span.start <= target.start && target.end <= span.end)) return null;
    if (!context.layout.isLayer(up)) continue;
    return speakingLayer(up, span, target ?? null, scan);
  }
  return null;
}

/** A backdrop without a text of its own belongs to the dialog beside it or around it. */
function speakingLayer(layer: Element, span: Span, target: Span | null, scan: Scan): Seen {
  const own: Seen = { ...span, element: layer, concealed: false };
  if (countIn(scan.leaves, span) > 0) return own;
  for (let next = layer.nextElementSibling; next; next = next.nextElementSibling) {
    const beside = scan.spans.get(next);
    if (beside && countIn(scan.leaves, beside) > 0) return { ...beside, element: next, concealed: false };
  }
  const parent = composedParent(layer);
  const around = parent && scan.spans.get(parent);
  const holdsTarget = around && target && around.start <= target.start && target.end <= around.end;
  return around && !holdsTarget ? { ...around, element: parent, concealed: false } : own;
}

/** Whether a layer holds no more than a list to choose from: it was opened to choose, and interrupts nothing. */
export function isOpenList(front: Front, scan: Scan): boolean {
  const texts = countIn(scan.leaves, front);
  for (const menu of spansIn(scan.menus, front)) if (countIn(scan.leaves, menu) === texts) return true;
  return false;
}

function titleOf(layer: Span, scan: Scan): string {
  const heading = scan.headings.find((candidate) => layer.start < candidate.start && candidate.end < layer.end);
  if (heading) {
    const text = leavesIn(scan.leaves, heading).map((leaf) => leaf.raw);
    if (text.length > 0) return text.join(' ').slice(0, 120);
  }
  return (leavesIn(scan.leaves, layer, 1)[0]?.raw ?? '').slice(0, 120);
}
