/** Kinds of attributes that an element has, as bits: most elements have few, and what is not there is not asked for. */
export const MARK = {
  role: 1,
  /** May take it away from people: `aria-hidden`, `inert`, `hidden`. */
  conceals: 2,
  /** May make a plain element pressable: `tabindex`, `onclick`, `aria-expanded`. */
  presses: 4,
  class: 8,
  /** A state of its own: `contenteditable`, `aria-pressed`, `aria-modal`, `aria-live`. */
  state: 16,
  /** Names it besides its text: `aria-label`, `aria-labelledby`, `title`. */
  names: 32,
  /** What developers call it: the attributes of `HOOKS`. */
  hooks: 64,
  /** Names of the parts of a design system: `data-qa`, `data-test-id`. */
  parts: 128,
} as const;

/** Attributes in which developers name an element. */
export const HOOKS = ['data-test-id', 'data-testid', 'data-qa', 'name', 'id', 'autocomplete', 'formcontrolname'];

const MARKS = new Map<string, number>();
const mark = (bit: number, names: readonly string[]): void =>
  names.forEach((name) => MARKS.set(name, (MARKS.get(name) ?? 0) | bit));
mark(MARK.role, ['role']);
mark(MARK.conceals, ['aria-hidden', 'inert', 'hidden']);
mark(MARK.presses, ['tabindex', 'onclick', 'aria-expanded']);
mark(MARK.class, ['class']);
mark(MARK.state, ['contenteditable', 'aria-pressed', 'aria-modal', 'aria-live']);
mark(MARK.names, ['aria-label', 'aria-labelledby', 'title']);
mark(MARK.hooks, HOOKS);
mark(MARK.parts, ['data-qa', 'data-test-id']);

/** The kinds of attributes of an element: one question to the browser in place of a dozen. */
export function marksOf(element: Element): number {
  if (!element.hasAttributes()) return 0;
  let marks = 0;
  for (const name of element.getAttributeNames()) marks |= MARKS.get(name) ?? 0;
  return marks;
}

/** Whether an element's own attributes take it away from people. */
export function concealedBy(element: Element, marks: number): boolean {
  if ((marks & MARK.conceals) === 0) return false;
  return (
    element.getAttribute('aria-hidden') === 'true' || element.hasAttribute('inert') || element.hasAttribute('hidden')
  );
}
