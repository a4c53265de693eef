import { composedParent, labelsOf } from './composed.ts';
import type { Layout } from './layout.ts';

/**
 * Whether an element is a toggle that design systems hide in favour of a drawn one: a native checkbox or radio, or a
 * switch that is a button of one pixel. A mirror that only carries the value of a drawn toggle beside it is none.
 */
export function isStyledToggle(element: Element): boolean {
  if (isMirror(element)) return false;
  if (element.tagName === 'INPUT') return /^(checkbox|radio)$/.test(element.getAttribute('type') ?? '');
  return /^(checkbox|switch|radio)$/.test(element.getAttribute('role') ?? '');
}

/** Out of the reach of keyboard and screen reader: it is there for a form to be sent, not for people. */
export function isMirror(element: Element): boolean {
  return element.getAttribute('tabindex') === '-1' && element.getAttribute('aria-hidden') === 'true';
}

/** Whether people see an element; of a toggle whose own box is hidden, its label or its wrapper. */
export function isToggleShown(element: Element, layout: Layout): boolean {
  if (layout.isVisible(element)) return true;
  if (!isStyledToggle(element)) return false;
  const parent = composedParent(element);
  return [...labelsOf(element), ...(parent ? [parent] : [])].some((label) => layout.isVisible(label));
}
