/** What a page could do to lure a click: all of it is looked at again when the click comes. */
export type ConsentCheck = {
  event: MouseEvent;
  host: HTMLElement;
  root: ShadowRoot;
  /** The style attribute that we gave our element. */
  style: string;
};

const OPAQUE = 0.99;

/**
 * Whether a click is a person's, on a button of ours that they saw: vouched for by the browser, nothing over it, nothing
 * transparent, our element as we made it (ux: anti-clickjacking).
 */
export function isGenuine({ event, host, root, style }: ConsentCheck): boolean {
  if (!event.isTrusted || host.getAttribute('style') !== style) return false;
  const button = event.currentTarget instanceof Element ? event.currentTarget : null;
  if (!button || !isSeen(button)) return false;
  const box = button.getBoundingClientRect();
  const x = box.left + box.width / 2;
  const y = box.top + box.height / 2;
  const hit = root.elementFromPoint(x, y);
  const isOnTop = host.ownerDocument.elementFromPoint(x, y) === host;
  return isOnTop && hit !== null && (hit === button || button.contains(hit));
}

/** Whether nothing up the chain of ancestors, through the shadow root into the page, hides or fades the element. */
function isSeen(element: Element): boolean {
  for (let at: Element | null = element; at; at = parentOf(at)) {
    const style = getComputedStyle(at);
    if (Number(style.opacity || '1') < OPAQUE) return false;
    if (style.visibility === 'hidden' || style.display === 'none') return false;
    if (isSet(style.filter) || isSet(style.clipPath) || isSet(style.maskImage)) return false;
  }
  return true;
}

function isSet(value: string | undefined): boolean {
  return value !== undefined && value !== '' && value !== 'none';
}

function parentOf(element: Element): Element | null {
  if (element.parentElement) return element.parentElement;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}
