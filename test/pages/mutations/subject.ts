import { containsComposed } from '../../../extension/page/find/composed.ts';

/** Chances of a seed: the same ones each time. */
export type Random = { below(limit: number): number; one<T>(of: readonly T[]): T; chance(share: number): boolean };

/** A page that is changed from within itself. `names`: the `data-t` of what the assistant is to find there. */
export type Subject = { document: Document; random: Random; names: readonly string[] };

/** What a change made of a page: the names of what can no longer be found, or null where it found nothing to change. */
export type Changed = { gone: readonly string[] } | null;

/** One thing that the maker of a page may do to it. */
export type Mutation = { kind: string; change: (subject: Subject) => Changed };

/** Nothing was taken away. */
export const CHANGED: Changed = { gone: [] };

/** Whether there was something to change. */
export function changed(elements: readonly unknown[]): Changed {
  return elements.length > 0 ? CHANGED : null;
}

/** Chances from a text. */
export function randomOf(seed: string): Random {
  let state = 0x811c9dc5;
  for (const letter of seed) state = Math.imul(state ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    below: (limit) => Math.floor(next() * limit),
    one: (of) => of[Math.floor(next() * of.length)] as (typeof of)[number],
    chance: (share) => next() < share,
  };
}

/** All elements of a page, those in open shadow roots and frames of its own included. */
export function everything(root: Document | ShadowRoot | Element): Element[] {
  return [...root.querySelectorAll('*')].flatMap((element) => {
    const inside = element.shadowRoot ?? (element.tagName === 'IFRAME' ? frameOf(element) : null);
    return inside ? [element, ...everything(inside)] : [element];
  });
}

function frameOf(element: Element): Document | null {
  return (element as HTMLIFrameElement).contentDocument;
}

/** Those of a page that a selector holds of. */
export function all(subject: Subject, selector: string): HTMLElement[] {
  return everything(subject.document).filter((element) => element.matches(selector)) as HTMLElement[];
}

/** The element of a name, or null. */
export function named(subject: Subject, name: string): HTMLElement | null {
  return all(subject, `[data-t="${name}"]`)[0] ?? null;
}

/** What the assistant is to find, as elements. */
export function targets(subject: Subject): HTMLElement[] {
  return subject.names.flatMap((name) => named(subject, name) ?? []);
}

/** Fields of one line that people see. */
export const FIELD =
  'input:not([type=checkbox], [type=radio], [type=button], [type=submit], [type=hidden], [type=search])';

/** The innermost element that holds all of those. */
export function around(elements: readonly Element[]): HTMLElement | null {
  for (let up = elements[0]?.parentElement ?? null; up; up = up.parentElement) {
    const outer = up;
    if (elements.every((element) => containsComposed(outer, element))) return up;
  }
  return null;
}

/** The part of a page that holds its form, or else its content. */
export function content(subject: Subject): HTMLElement {
  const fields = targets(subject).filter((target) => target.matches(FIELD));
  const { document } = subject;
  const form = fields.length > 1 ? around(fields) : null;
  return form ?? document.querySelector<HTMLElement>('main, [role=main]') ?? document.body;
}

/** Makes elements of a piece of markup. */
export function make(document: Document, html: string): HTMLElement[] {
  const holder = document.createElement('template');
  holder.innerHTML = html;
  return [...document.importNode(holder.content, true).children] as HTMLElement[];
}

/** Makes one element of a piece of markup. */
export function makeOne(document: Document, html: string): HTMLElement {
  const [made] = make(document, html);
  if (!made) throw new Error(`No element in ${html}`);
  return made;
}

/** Puts another element in the place of one, with its name. */
export function replace(element: Element, other: Element): void {
  const name = element.getAttribute('data-t');
  if (name !== null) other.setAttribute('data-t', name);
  element.replaceWith(other);
}

/** What a page's own styles do, written on its elements: they stay as they are seen, whatever else is taken from them. */
export function keepLook(elements: readonly HTMLElement[]): void {
  const kept = [
    'display',
    'visibility',
    'position',
    'opacity',
    'cursor',
    'overflow',
    'clip',
    'z-index',
    'text-transform',
  ];
  const placed = ['top', 'right', 'bottom', 'left', 'width', 'height', 'transform', 'margin', 'background-color'];
  const looks = elements.map((element) => {
    const style = getComputedStyle(element);
    const outOfFlow = /absolute|fixed|sticky/.test(style.position) || style.overflow !== 'visible';
    return [...kept, ...(outOfFlow ? placed : [])].map((name) => [name, style.getPropertyValue(name)] as const);
  });
  elements.forEach((element, at) => looks[at]?.forEach(([name, value]) => element.style.setProperty(name, value)));
}
