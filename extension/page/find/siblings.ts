import { composedParent, containsComposed } from './composed.ts';

/** So far to either side a row has another of its make: with stripes or lines between them it is not the very next. */
const REACH = 2;

/** How many alike stand beside the one that is dressed otherwise, for that to mean something. */
const FEWEST_ALIKE = 2;

/** So many elements may wrap one, itself counted. */
const MOST_WRAPPERS = 3;

/** What sets an element apart without telling that it is the one shown. */
const OTHERWISE_ODD = /disabled|hidden|locked|first|last|end|more|new|beta/i;

/** Whether an element is one of several of the same make, one after the other, as rows and cards of a list are. */
export function isOneOfAlike(element: Element): boolean {
  return (
    hasAlike(element, (from) => from.previousElementSibling) || hasAlike(element, (from) => from.nextElementSibling)
  );
}

/** Whether an element, or what wraps it alone, is dressed otherwise than all beside it, which are alike, as what is shown is. */
export function isOddOneOut(element: Element): boolean {
  let own: Element | null = element;
  for (let level = 0; own && level < MOST_WRAPPERS; level++, own = composedParent(own)) {
    const [first, ...rest] = siblingsOf(own);
    if (!first) continue;
    const areAlike = rest.length + 1 >= FEWEST_ALIKE && rest.every((other) => isAlike(other, first));
    return areAlike && !isAlike(own, first) && isDressedAs(dressOf(own), dressOf(first));
  }
  return false;
}

const LINK = 'a, button, [role=tab], [role=link], [role=button]';

/** Whether an element, or what wraps it alone, stands among links, of which that one is one, and is none itself. */
export function isPlainBeside(element: Element, link: Element): boolean {
  let own: Element | null = element;
  for (let level = 0; own && level < MOST_WRAPPERS; level++, own = composedParent(own)) {
    const self: Element = own;
    const beside = [...(own.parentNode?.children ?? [])].filter((other) => other !== self);
    const links = beside.filter((other) => other.matches(LINK) || other.querySelector(LINK) !== null);
    if (links.length === 0) continue;
    return links.length >= FEWEST_ALIKE && links.some((other) => containsComposed(other, link)) && !self.matches(LINK);
  }
  return false;
}

/** Those of its tag that stand beside an element. */
function siblingsOf(element: Element): Element[] {
  const all = [...(element.parentNode?.children ?? [])];
  return all.filter((other) => other !== element && other.tagName === element.tagName);
}

function hasAlike(element: Element, next: (from: Element) => Element | null): boolean {
  // What is not dressed at all is like everything else on a page.
  if (dressOf(element) === '') return false;
  let other = next(element);
  for (let step = 0; other && step < REACH; step++, other = next(other)) if (isAlike(other, element)) return true;
  return false;
}

/** The one rule of what is alike: the same tag in the same dress. */
function isAlike(one: Element, other: Element): boolean {
  return one.tagName === other.tagName && dressOf(one) === dressOf(other);
}

function dressOf(element: Element): string {
  return element.getAttribute('class') ?? '';
}

/** Whether a class adds something to that of the others, or swaps a part of it, that may mean "shown". */
function isDressedAs(dress: string, others: string): boolean {
  const common = new Set(others.split(/\s+/));
  const own = dress.split(/\s+/).filter((word) => word !== '' && !common.has(word));
  return own.length > 0 && !own.some((word) => OTHERWISE_ODD.test(word));
}
