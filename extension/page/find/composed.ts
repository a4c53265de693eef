/** The parent in the tree that people see: through slots, shadow roots and same-origin frames. */
export function composedParent(node: Node): Element | null {
  if (isElement(node) && node.assignedSlot) return node.assignedSlot;
  const parent = node.parentNode;
  if (!parent) return null;
  if (isElement(parent)) return parent;
  if (parent.nodeType === Node.DOCUMENT_FRAGMENT_NODE && 'host' in parent) return parent.host as Element;
  if (parent.nodeType === Node.DOCUMENT_NODE) return (parent as Document).defaultView?.frameElement ?? null;
  return null;
}

/** Whether `inner` is `outer` or lies in it, in the tree that people see. */
export function containsComposed(outer: Element, inner: Element): boolean {
  for (let up: Element | null = inner; up; up = composedParent(up)) if (up === outer) return true;
  return false;
}

/** `closest`, through slots and shadow roots. */
export function closestComposed(element: Element, selector: string): Element | null {
  for (let up: Element | null = element; up; up = composedParent(up)) if (up.matches(selector)) return up;
  return null;
}

/** Whether a node is an element, whatever realm it comes from (a frame's elements are no `instanceof Element`). */
export function isElement(node: Node): node is Element {
  return node.nodeType === Node.ELEMENT_NODE;
}

/** The labels of a form control. A browser looks for them all over the page: ask it for few. */
export function labelsOf(element: Element): Element[] {
  if (!('labels' in element) || !element.labels) return [];
  return Array.from(element.labels as ArrayLike<Element>);
}
