import type { Layout } from './layout.ts';
import { concealedBy, marksOf } from './marks.ts';
import { sort } from './sort.ts';
import type { Span, TextLeaf } from './spans.ts';
import { normalisePiece } from './text.ts';

/** More than this is not walked: an admin console is smaller, and a page must not be able to keep us busy. */
const MOST_NODES = 60_000;

/** An element that something can be done with, or that says what is around it. */
export type Seen = Span & { element: Element; concealed: boolean };

/**
 * One walk over the tree that people see: open shadow roots, slots and same-origin frames included, the assistant's
 * own elements not. `concealed` is what `aria-hidden`, `inert` and `hidden` take away from people. All lists are in the
 * order of the walk.
 */
export type Scan = {
  document: Document;
  layout: Layout;
  spans: Map<Element, Span>;
  pressables: Seen[];
  fields: Seen[];
  toggles: Seen[];
  selects: Seen[];
  /** Fields and selects together. */
  inputs: Seen[];
  headings: Seen[];
  /** Headers of the page, or of a part of it. */
  banners: Seen[];
  dialogs: Seen[];
  /** Where messages appear: live regions, toasts, badges. */
  speakers: Seen[];
  rows: Seen[];
  /** The labels of form controls, by the control. Asked of the controls themselves, each would be looked for all over the page. */
  labels: Map<Element, Element[]>;
  /** All labels that have a control. */
  controlled: Set<Element>;
  /** Lists to choose from, open or not. */
  menus: Seen[];
  leaves: TextLeaf[];
};

const SKIPPED = new Set(['SCRIPT', 'STYLE', 'NOSCRIPT', 'TEMPLATE', 'SVG', 'HEAD', 'CANVAS', 'VIDEO', 'svg', 'OBJECT']);

/** Walks the document once. */
export function scan(document: Document, isOurs: (element: Element) => boolean, layout: Layout): Scan {
  const result: Scan = {
    document,
    layout,
    spans: new Map(),
    pressables: [],
    fields: [],
    toggles: [],
    selects: [],
    inputs: [],
    headings: [],
    banners: [],
    dialogs: [],
    speakers: [],
    rows: [],
    labels: new Map(),
    controlled: new Set(),
    menus: [],
    leaves: [],
  };
  const root = document.body as Element | null;
  if (root) walk(root, false, false, { result, isOurs, at: 0 });
  return result;
}

type Walker = { result: Scan; isOurs: (element: Element) => boolean; at: number };

function walk(element: Element, concealedAbove: boolean, pressableAbove: boolean, walker: Walker): void {
  const { result } = walker;
  const tag = element.tagName;
  if (SKIPPED.has(tag) || walker.at > MOST_NODES || walker.isOurs(element)) return;
  const marks = marksOf(element);
  const concealed = concealedAbove || concealedBy(element, marks);
  const seen: Seen = { start: walker.at++, end: 0, element, concealed };
  result.spans.set(element, seen);
  const pressables = result.pressables.length;
  sort(seen, tag, marks, result);
  if (tag === 'LABEL') noteLabel(element, result);
  const pressable = pressableAbove || result.pressables.length > pressables;
  const projected = tag === 'SLOT' || tag === 'IFRAME' ? projectedChildren(element) : null;
  if (projected) for (const child of projected) visit(child, seen, pressable, walker);
  else {
    const inside = element.shadowRoot ?? element;
    for (let child = inside.firstChild; child; child = child.nextSibling) visit(child, seen, pressable, walker);
  }
  seen.end = walker.at++;
}

function noteLabel(label: Element, { labels, controlled }: Scan): void {
  const { control } = label as HTMLLabelElement;
  if (!control) return;
  controlled.add(label);
  const known = labels.get(control);
  if (known) known.push(label);
  else labels.set(control, [label]);
}

/** The numbers of the DOM: reading them from the window's `Node` for each node of a page costs more than the rest. */
const ELEMENT = 1;
const TEXT = 3;

function visit(child: Node, holder: Seen, pressable: boolean, walker: Walker): void {
  const kind = child.nodeType;
  if (kind === ELEMENT) walk(child as Element, holder.concealed, pressable, walker);
  else if (kind === TEXT) readText(child, holder, pressable, walker);
}

/** What is rendered in place of an element's own children: a slot's assigned nodes, a same-origin frame's body. */
function projectedChildren(element: Element): Node[] | null {
  if (element.tagName === 'SLOT') {
    const assigned = (element as HTMLSlotElement).assignedNodes();
    return assigned.length > 0 ? assigned : null;
  }
  const body = frameBody(element as HTMLIFrameElement);
  return body ? [body] : [];
}

function frameBody(frame: HTMLIFrameElement): Element | null {
  try {
    return (frame.contentDocument?.body as Element | null | undefined) ?? null;
  } catch {
    return null; // another origin: not ours to look into
  }
}

function readText(node: Node, holder: Seen, pressable: boolean, walker: Walker): void {
  const raw = (node.nodeValue ?? '').trim();
  if (raw === '') return;
  const { element, concealed } = holder;
  if (isIcon(raw, element)) return;
  walker.result.leaves.push({ at: walker.at++, element, text: normalisePiece(raw), raw, concealed, pressable });
}

/** A font of icons draws a word in its place, such as "content_copy" or "add": people do not read it. */
function isIcon(raw: string, element: Element): boolean {
  return ICON_WORD.test(raw) && ICON_CLASS.test(element.getAttribute('class') ?? '');
}

const ICON_WORD = /^[a-z][a-z0-9_]*$/;
const ICON_CLASS = /material-?(icon|symbol)|mat-icon|icon-?font/i;
