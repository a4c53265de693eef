import { isElement } from './composed.ts';
import { normalise } from './text.ts';

/** More than this is not walked: an admin console is smaller, and a page must not be able to keep us busy. */
const MOST_NODES = 60_000;

/** Where an element stands in the walk: itself and everything in it lie from `start` to `end`. */
export type Span = { start: number; end: number };

/** An element that something can be done with, or that says what is around it. */
export type Seen = Span & { element: Element; concealed: boolean };

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

/**
 * One walk over the tree that people see: open shadow roots, slots and same-origin frames included, the assistant's
 * own elements not. `concealed` is what `aria-hidden`, `inert` and `hidden` take away from people.
 */
export type Scan = {
  document: Document;
  spans: Map<Element, Span>;
  pressables: Seen[];
  fields: Seen[];
  toggles: Seen[];
  selects: Seen[];
  headings: Seen[];
  dialogs: Seen[];
  /** Where messages appear: live regions, toasts, badges. */
  speakers: Seen[];
  rows: Seen[];
  leaves: TextLeaf[];
};

const PRESSABLE_ROLES = new Set([
  'combobox',
  'button',
  'link',
  'tab',
  'menuitem',
  'option',
  'treeitem',
  'menuitemradio',
]);
const TOGGLE_ROLES = new Set(['checkbox', 'switch', 'radio', 'menuitemcheckbox']);
const SPEAKER_ROLES = new Set(['alert', 'status', 'log', 'alertdialog']);
const HEADING_TAGS = new Set(['H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'LEGEND', 'SUMMARY', 'CAPTION']);
/** What counts by its tag alone; anything else needs an attribute to count. */
const SORTED_TAGS = new Set([...HEADING_TAGS, 'INPUT', 'TEXTAREA', 'SELECT', 'BUTTON', 'A', 'DIALOG', 'TR', 'LI']);
const NOT_TYPED = new Set(['button', 'submit', 'reset', 'image', 'hidden', 'file', 'range', 'color']);
const SKIPPED = new Set(['SCRIPT', 'STYLE', 'NOSCRIPT', 'TEMPLATE', 'SVG', 'HEAD', 'CANVAS', 'VIDEO', 'svg', 'OBJECT']);
const SPEAKER_CLASS = /toast|snack|notif|alert|banner|message|badge|\btag\b|chip|status|error|success|feedback|helper/i;
const HEADING_CLASS = /title|heading|header-?text|card-?header|panel-?header/i;

/** Walks the document once. */
export function scan(document: Document, isOurs: (element: Element) => boolean): Scan {
  const result: Scan = {
    document,
    spans: new Map(),
    pressables: [],
    fields: [],
    toggles: [],
    selects: [],
    headings: [],
    dialogs: [],
    speakers: [],
    rows: [],
    leaves: [],
  };
  const root = document.body as Element | null;
  if (root) walk(root, false, false, { result, isOurs, at: 0 });
  return result;
}

type Walker = { result: Scan; isOurs: (element: Element) => boolean; at: number };

function walk(element: Element, concealedAbove: boolean, pressableAbove: boolean, walker: Walker): void {
  const { result } = walker;
  if (SKIPPED.has(element.tagName) || walker.at > MOST_NODES || walker.isOurs(element)) return;
  const concealed = concealedAbove || (element.hasAttributes() && isConcealed(element));
  const seen: Seen = { start: walker.at++, end: 0, element, concealed };
  result.spans.set(element, seen);
  const pressables = result.pressables.length;
  sort(seen, result);
  const pressable = pressableAbove || result.pressables.length > pressables;
  const visit = (child: Node): void => {
    if (isElement(child)) walk(child, concealed, pressable, walker);
    else if (child.nodeType === Node.TEXT_NODE) readText(child, seen, pressable, walker);
  };
  const projected = projectedChildren(element);
  if (projected) projected.forEach(visit);
  else for (let child = insideOf(element).firstChild; child; child = child.nextSibling) visit(child);
  seen.end = walker.at++;
}

/** What is rendered in place of an element's own children: a slot's assigned nodes, a same-origin frame's body. */
function projectedChildren(element: Element): Node[] | null {
  if (element.tagName === 'SLOT') {
    const assigned = (element as HTMLSlotElement).assignedNodes();
    return assigned.length > 0 ? assigned : null;
  }
  if (element.tagName !== 'IFRAME') return null;
  const body = frameBody(element as HTMLIFrameElement);
  return body ? [body] : [];
}

/** Where the children of an element are that people see. */
function insideOf(element: Element): Element | ShadowRoot {
  return element.shadowRoot ?? element;
}

function frameBody(frame: HTMLIFrameElement): Element | null {
  try {
    return (frame.contentDocument?.body as Element | null | undefined) ?? null;
  } catch {
    return null; // another origin: not ours to look into
  }
}

function isConcealed(element: Element): boolean {
  return (
    element.getAttribute('aria-hidden') === 'true' || element.hasAttribute('inert') || element.hasAttribute('hidden')
  );
}

function readText(node: Node, holder: Seen, pressable: boolean, walker: Walker): void {
  const raw = (node.nodeValue ?? '').trim();
  if (raw === '') return;
  const { element, concealed } = holder;
  walker.result.leaves.push({ at: walker.at++, element, text: normalise(raw), raw, concealed, pressable });
}

function sort(seen: Seen, to: Scan): void {
  const { element } = seen;
  if (!element.hasAttributes() && !SORTED_TAGS.has(element.tagName)) return;
  const role = element.getAttribute('role');
  const tag = element.tagName;
  if (tag === 'INPUT') sortInput(seen, role, to);
  else if (tag === 'TEXTAREA' || role === 'textbox' || element.getAttribute('contenteditable') === 'true') {
    to.fields.push(seen);
  } else if (tag === 'SELECT') to.selects.push(seen);
  else if (tag === 'BUTTON' || tag === 'SUMMARY' || (tag === 'A' && (role ?? 'link') === 'link'))
    to.pressables.push(seen);
  if (role !== null && tag !== 'INPUT') sortRole(seen, role, to);
  else if (role === null && isMadePressable(element)) to.pressables.push(seen);
  if (tag === 'BUTTON' && element.hasAttribute('aria-pressed')) to.toggles.push(seen);
  if (tag === 'DIALOG' || element.getAttribute('aria-modal') === 'true') to.dialogs.push(seen);
  if (tag === 'TR' || tag === 'LI') to.rows.push(seen);
  sortByClass(seen, role, to);
}

/** A plain element that its author made pressable. */
function isMadePressable(element: Element): boolean {
  const tabindex = element.getAttribute('tabindex');
  return (
    (tabindex !== null && tabindex !== '-1') || element.hasAttribute('onclick') || element.hasAttribute('aria-expanded')
  );
}

function sortInput(seen: Seen, role: string | null, to: Scan): void {
  const type = (seen.element as HTMLInputElement).type;
  if (type === 'checkbox' || type === 'radio') to.toggles.push(seen);
  else if (type === 'button' || type === 'submit' || type === 'image') to.pressables.push(seen);
  else if (!NOT_TYPED.has(type) && role !== 'switch') to.fields.push(seen);
}

function sortRole(seen: Seen, role: string, to: Scan): void {
  const { tagName } = seen.element;
  if (PRESSABLE_ROLES.has(role) && tagName !== 'BUTTON' && !(tagName === 'A' && role === 'link'))
    to.pressables.push(seen);
  if (TOGGLE_ROLES.has(role)) to.toggles.push(seen);
  if (role === 'radio' && tagName === 'BUTTON' && !to.pressables.includes(seen)) to.pressables.push(seen);
  if (role === 'dialog' || role === 'alertdialog') to.dialogs.push(seen);
  if (SPEAKER_ROLES.has(role)) to.speakers.push(seen);
  if (role === 'heading') to.headings.push(seen);
  if (role === 'row' || role === 'listitem') to.rows.push(seen);
}

function sortByClass(seen: Seen, role: string | null, to: Scan): void {
  const { element } = seen;
  if (HEADING_TAGS.has(element.tagName) && role !== 'heading') to.headings.push(seen);
  const words = element.getAttribute('class') ?? '';
  const hooks = `${words} ${element.getAttribute('data-qa') ?? ''} ${element.getAttribute('data-test-id') ?? ''}`;
  if (hooks.length < 3) return;
  if (!HEADING_TAGS.has(element.tagName) && HEADING_CLASS.test(hooks)) to.headings.push(seen);
  if (SPEAKER_CLASS.test(hooks) && !(role && SPEAKER_ROLES.has(role))) to.speakers.push(seen);
  if (element.hasAttribute('aria-live') && !SPEAKER_CLASS.test(hooks)) to.speakers.push(seen);
}

/** The pieces of text within a span, in order. */
export function leavesIn(leaves: readonly TextLeaf[], span: Span): TextLeaf[] {
  const from = firstAfter(leaves, span.start);
  const found: TextLeaf[] = [];
  for (let index = from; index < leaves.length; index++) {
    const leaf = leaves[index];
    if (!leaf || leaf.at > span.end) break;
    found.push(leaf);
  }
  return found;
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
