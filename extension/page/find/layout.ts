import { composedParent, containsComposed, labelsOf } from './composed.ts';

/** What only a browser that lays out can tell. Given by tests where nothing is laid out. */
export type Layout = {
  /** Rendered, not transparent, not clipped away, not off the page. Says nothing of what lies over it. */
  isVisible(element: Element): boolean;
  /** The element that lies over the middle of this one, or null when it is free or outside the viewport. */
  covering(element: Element): Element | null;
  /** Whether the pointer would be a hand over it. */
  looksPressable(element: Element): boolean;
  /** Whether its text runs on in the line that it stands in. */
  isInline(element: Element): boolean;
  /** How high its letters are, in CSS pixels, and whether they are bold. */
  lettersOf(element: Element): { height: number; bold: boolean };
  /** Whether it fills the window and stays where it is: a backdrop or a full-page layer. */
  isLayer(element: Element): boolean;
  /** The nearest ancestor of which a good part has to be scrolled to, or null. */
  scrollerOf(element: Element): Element | null;
};

/** Smaller than this on screen is hidden by the well-known "visually hidden" styles. In CSS pixels. */
const SMALLEST = 4;

/** Less than this to scroll hides no row. In CSS pixels. */
const SCROLLS_FROM = 40;

/** Letters of this weight and more are bold. */
const BOLD_FROM = 600;

/** The layout as the browser made it. */
export function browserLayout(document: Document): Layout {
  return {
    isVisible: (element) => isVisible(element, document),
    covering: (element) => covering(element),
    looksPressable: (element) => styleOf(element)?.cursor === 'pointer',
    isInline: (element) => /^(inline|contents)/.test(styleOf(element)?.display ?? ''),
    lettersOf: (element) => {
      const style = styleOf(element);
      return { height: parseFloat(style?.fontSize ?? '0'), bold: Number(style?.fontWeight) >= BOLD_FROM };
    },
    isLayer: (element) => isLayer(element),
    scrollerOf: (element) => scrollerOf(element),
  };
}

function styleOf(element: Element): CSSStyleDeclaration | null {
  return element.ownerDocument.defaultView?.getComputedStyle(element) ?? null;
}

function isVisible(element: Element, document: Document): boolean {
  if (!element.isConnected) return false;
  if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: true })) {
    return false;
  }
  const box = element.getBoundingClientRect();
  if (box.width < SMALLEST || box.height < SMALLEST) return false;
  const view = element.ownerDocument.defaultView;
  if (!view || box.right + view.scrollX <= 0 || box.bottom + view.scrollY <= 0) return false;
  if (element.ownerDocument !== document && view.frameElement && !isVisible(view.frameElement, document)) return false;
  return !isClippedAway(element, box);
}

/** Inside a closed accordion or an off-stage panel: nothing of it is left within an ancestor that clips. */
function isClippedAway(element: Element, box: DOMRect): boolean {
  for (let up = composedParent(element); up && up !== up.ownerDocument.documentElement; up = composedParent(up)) {
    if (up.ownerDocument !== element.ownerDocument) return false;
    const style = styleOf(up);
    if (!style || style.display === 'contents') continue;
    if (style.position === 'fixed') return false;
    const clipsX = style.overflowX === 'hidden' || style.overflowX === 'clip';
    const clipsY = style.overflowY === 'hidden' || style.overflowY === 'clip';
    if (!clipsX && !clipsY) continue;
    if (up === up.ownerDocument.body) continue;
    const clip = up.getBoundingClientRect();
    if (clipsX && (box.right <= clip.left + 1 || box.left >= clip.right - 1)) return true;
    if (clipsY && (box.bottom <= clip.top + 1 || box.top >= clip.bottom - 1)) return true;
  }
  return false;
}

function covering(element: Element): Element | null {
  const box = element.getBoundingClientRect();
  const at = { x: box.left + box.width / 2, y: box.top + box.height / 2 };
  const top = topAt(element, at);
  if (top && labelsOf(element).some((label) => containsComposed(label, top))) return null;
  return top;
}

/** What else than the element, what is in it or around it is hit at a point of its window, or of the windows around. */
function topAt(element: Element, { x, y }: { x: number; y: number }): Element | null {
  const view = element.ownerDocument.defaultView;
  if (!view || x < 0 || y < 0 || x >= view.innerWidth || y >= view.innerHeight) return null;
  const top = deepestAt(element.ownerDocument, x, y);
  if (top && !containsComposed(element, top) && !containsComposed(top, element)) return top;
  const frame = view.frameElement;
  if (!frame) return null;
  const box = frame.getBoundingClientRect();
  return topAt(frame, { x: box.left + frame.clientLeft + x, y: box.top + frame.clientTop + y });
}

/** `elementFromPoint` through open shadow roots. A root answers with its own host where slotted text is hit. */
function deepestAt(document: Document, x: number, y: number): Element | null {
  let found = document.elementFromPoint(x, y);
  while (found?.shadowRoot) {
    const deeper: Element | null = found.shadowRoot.elementFromPoint(x, y);
    if (!deeper || !found.shadowRoot.contains(deeper)) return found;
    found = deeper;
  }
  return found;
}

function isLayer(element: Element): boolean {
  const style = styleOf(element);
  const view = element.ownerDocument.defaultView;
  if (!style || !view || (style.position !== 'fixed' && style.position !== 'absolute')) return false;
  const box = element.getBoundingClientRect();
  return box.width >= view.innerWidth * 0.9 && box.height >= view.innerHeight * 0.9;
}

function scrollerOf(element: Element): Element | null {
  for (let up = composedParent(element); up && up !== up.ownerDocument.body; up = composedParent(up)) {
    const overflow = styleOf(up)?.overflowY;
    if ((overflow === 'auto' || overflow === 'scroll') && up.scrollHeight > up.clientHeight + SCROLLS_FROM) return up;
  }
  return null;
}
