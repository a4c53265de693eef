/** Our own place in the order of layers: only what is as high, or in the browser's top layer, can lie over us. */
const HIGHEST = 2147483647;
const TOP_LAYER = ':modal, :popover-open';

/**
 * Whether something of the page that lets clicks through may lie over an element of ours: `elementFromPoint` does not
 * answer with what has `pointer-events: none`.
 */
export function isUnderCover(ours: Element, host: Element): boolean {
  const box = ours.getBoundingClientRect();
  for (const layer of highLayers(host.ownerDocument, host)) {
    if (layer.contains(host)) continue;
    if ([layer, ...layer.querySelectorAll('*')].some((element) => isPainted(element) && meets(element, box)))
      return true;
  }
  return false;
}

function highLayers(root: Document | ShadowRoot, host: Element): Element[] {
  const found: Element[] = [];
  for (const element of root.querySelectorAll('*')) {
    if (element === host) continue;
    if (Number(getComputedStyle(element).zIndex) >= HIGHEST || element.matches(TOP_LAYER)) found.push(element);
    if (element.shadowRoot) found.push(...highLayers(element.shadowRoot, host));
  }
  return found;
}

function isPainted(element: Element): boolean {
  return element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
}

function meets(element: Element, box: DOMRect): boolean {
  const other = element.getBoundingClientRect();
  if (other.width === 0 || other.height === 0) return false;
  return other.left < box.right && other.right > box.left && other.top < box.bottom && other.bottom > box.top;
}
