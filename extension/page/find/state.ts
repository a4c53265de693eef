import { composedParent } from './composed.ts';

const CHOSEN_CLASS = /(^|[\s_-])(active|selected|checked|current|is-on|on|pressed|chosen|highlight)([\s_-]|$)/i;
const DISABLED_CLASS = /(^|[\s_-])(disabled|is-disabled)([\s_-]|$)/i;
const MASK = /^[*•●∙·⁎∗＊]{4,}$/;

/** Whether a page has switched a control off. */
export function isDisabled(element: Element): boolean {
  if (element.matches(':disabled')) return true;
  let up: Element | null = element;
  for (let level = 0; up && level < 3; level++, up = composedParent(up)) {
    if (up.getAttribute('aria-disabled') === 'true') return true;
    if (level === 0 && DISABLED_CLASS.test(up.getAttribute('class') ?? '')) return true;
  }
  const host = hostOf(element);
  return host !== null && (host.hasAttribute('disabled') || host.getAttribute('aria-disabled') === 'true');
}

/** Whether a field is there to be read or copied. One that is read-only while it is empty only keeps browsers from filling it. */
export function isToRead(element: Element): boolean {
  return element.hasAttribute('readonly') && valueOf(element).trim() !== '';
}

/** The custom element whose shadow root holds this one, or null. */
function hostOf(element: Element): Element | null {
  const root = element.getRootNode();
  return root.nodeType === Node.DOCUMENT_FRAGMENT_NODE && 'host' in root ? (root.host as Element) : null;
}

/**
 * Whether a tab, navigation entry, option or toggle says that it is the one: true, false, or null when nothing on it
 * tells. Looks at the element and at the two around it, since many put the state on a wrapper.
 */
export function isChosen(element: Element): boolean | null {
  const inner = element.matches('input') ? element : element.querySelector('input[type=radio], input[type=checkbox]');
  if (inner && 'checked' in inner && /^(radio|checkbox)$/.test(inner.getAttribute('type') ?? '')) {
    return inner.checked === true;
  }
  let up: Element | null = element;
  for (let level = 0; up && level < 3; level++, up = composedParent(up)) {
    const told = toldBy(up);
    if (told !== null) return told;
    if (level > 0 && up.childElementCount > 1) break;
  }
  let near: Element | null = element;
  for (let level = 0; near && level < 2; level++, near = composedParent(near)) {
    if (level > 0 && near.childElementCount > 1) break;
    if (CHOSEN_CLASS.test(near.getAttribute('class') ?? '')) return true;
  }
  return null;
}

function toldBy(element: Element): boolean | null {
  const current = element.getAttribute('aria-current');
  if (current !== null && current !== 'false') return true;
  for (const attribute of ['aria-selected', 'aria-checked', 'aria-pressed']) {
    const value = element.getAttribute(attribute);
    if (value === 'true' || value === 'false') return value === 'true';
  }
  const state = element.getAttribute('data-state');
  if (state === 'active' || state === 'checked' || state === 'on') return true;
  if (state === 'inactive' || state === 'unchecked' || state === 'off') return false;
  return null;
}

/** Whether what an element opens and closes below itself is open: true, false, or null when it opens nothing. */
export function isExpanded(element: Element): boolean | null {
  const told = element.getAttribute('aria-expanded');
  if (told !== null) return told === 'true';
  const details = element.matches('summary') ? element.closest('details') : null;
  return details && details.hasAttribute('open');
}

/** What a field holds. Never keep it. */
export function valueOf(element: Element): string {
  if ('value' in element && typeof element.value === 'string') return element.value;
  return element.textContent;
}

/** Whether a text is a secret as pages show it when they do not show it. */
export function isMasked(text: string): boolean {
  return MASK.test(text.trim());
}

/** Whether pressing an element shows a list to choose from. */
export function opensList(element: Element): boolean {
  return (
    element.getAttribute('role') === 'combobox' ||
    element.hasAttribute('aria-haspopup') ||
    element.matches('[tabindex][class~=dropdown]')
  );
}
