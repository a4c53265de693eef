import { isOfAssistant, type PageContext } from '../context.ts';
import { isMasked, valueOf } from '../find/state.ts';
import { hindrance, type FindAgain } from './press.ts';
import { nextFrame, pause } from './time.ts';

/** A framework that takes a value back does so within this, in milliseconds. */
const REVERTS_WITHIN_MS = 300;

/** What came of a fill. */
export type Filled = 'filled' | 'equal' | 'reverted' | { hindered: string };

/**
 * Fills a field as typing does: focus, the prototype's setter (so that a framework's own tracking of the value sees a
 * change), `input` and `change`; then reads back after a frame and after 300 ms, in the field that is there then, since a
 * page may draw it anew. The value is kept nowhere. What is there already is left alone, unless it is to be typed `anew`.
 */
export async function fill(
  element: Element,
  value: string,
  context: PageContext,
  findAgain: FindAgain,
  { anew = false }: { anew?: boolean } = {},
): Promise<Filled> {
  const hindered = hindrance(element, context) ?? (isReadOnly(element) ? 'read-only' : null);
  if (hindered) return { hindered };
  const before = valueOf(element);
  if (before === value && !anew) return 'equal';
  element.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
  const over = context.layout.covering(element);
  if (over && !isOfAssistant(over, context)) return { hindered: 'covered' };
  focus(element);
  let field: Element | null = element;
  if (valueOf(element) === value) {
    // A framework does not hear of a value that it knows, nor of one that comes back within the same turn.
    setValue(element, '');
    await nextFrame(element);
    field = element.isConnected ? element : findAgain();
  }
  if (!field) return 'reverted';
  setValue(field, value);
  await nextFrame(field);
  const soon = field.isConnected ? field : findAgain();
  if (!soon || !holds(soon, value, before)) return 'reverted';
  await pause(element, REVERTS_WITHIN_MS);
  const last = soon.isConnected ? soon : findAgain();
  if (!last || !holds(last, value, before)) return 'reverted';
  // Forms that check on leaving would keep their button switched off.
  last.dispatchEvent(new FocusEvent('focusout', { bubbles: true, composed: true }));
  last.dispatchEvent(new FocusEvent('blur', { composed: true }));
  return 'filled';
}

/** Whether a field took a value: as it is, as pages tidy addresses, or behind a mask that was not there before. */
function holds(element: Element, value: string, before: string): boolean {
  const now = valueOf(element);
  return tidied(now) === tidied(value) || (isMasked(now) && now !== before);
}

/** A value as pages tidy it: whether an address ends with a slash is all one. */
export function tidied(value: string): string {
  return value.trim().replace(/\/$/, '');
}

/** Puts a value in and tells the page, without reading back. */
export function setValue(element: Element, value: string): void {
  if (!setByPrototype(element, value)) element.textContent = value;
  const data = { bubbles: true, composed: true, inputType: 'insertText', data: value };
  element.dispatchEvent(new InputEvent('input', data));
  element.dispatchEvent(new Event('change', { bubbles: true, composed: true }));
}

function setByPrototype(element: Element, value: string): boolean {
  const view = element.ownerDocument.defaultView;
  if (!view) return false;
  const prototypes = view as unknown as Record<string, { prototype: object } | undefined>;
  const owner = prototypes[INTERFACES[element.tagName] ?? ''];
  const property = owner && Object.getOwnPropertyDescriptor(owner.prototype, 'value');
  if (!property?.set) return false;
  property.set.call(element, value);
  return true;
}

const INTERFACES: Record<string, string> = {
  INPUT: 'HTMLInputElement',
  TEXTAREA: 'HTMLTextAreaElement',
  SELECT: 'HTMLSelectElement',
};

function isReadOnly(element: Element): boolean {
  return element.hasAttribute('readonly') || element.getAttribute('aria-readonly') === 'true';
}

function focus(element: Element): void {
  if ('focus' in element && typeof element.focus === 'function')
    (element as HTMLElement).focus({ preventScroll: true });
}
