import { FIELD, targets, named } from './subject.ts';
import type { Changed, Mutation, Subject } from './subject.ts';

/** Ways to take the right control away. */
export const REMOVALS: readonly Mutation[] = [
  { kind: 'removed', change: (subject) => away(subject, removeWhole) },
  { kind: 'only to read', change: (subject) => away(subject, asText) },
  {
    kind: 'not displayed',
    change: (subject) => away(subject, (target) => withLabel(target).style.setProperty('display', 'none', 'important')),
  },
  {
    kind: 'invisible',
    change: (subject) =>
      away(subject, (target) => withLabel(target).style.setProperty('visibility', 'hidden', 'important')),
  },
  {
    kind: 'made inert',
    change: (subject) => away(subject, (target) => withLabel(target).toggleAttribute('inert', true)),
  },
  { kind: 'disabled', change: (subject) => away(subject, disable) },
  { kind: 'renamed', change: renamed },
  { kind: 'the form removed', change: formRemoved },
];

/** Takes a field away with its caption. */
function removeWhole(target: HTMLElement): void {
  const fields = [...target.ownerDocument.querySelectorAll(FIELD)];
  let box = withLabel(target);
  for (
    let up = box.parentElement;
    target.matches(FIELD) && up && !up.matches('main, body, form, tbody, table');
    up = up.parentElement
  ) {
    const outer = up;
    if (fields.some((field) => field !== target && outer.contains(field)) || outer.querySelector('button')) break;
    box = up;
  }
  for (const label of (target as HTMLInputElement).labels ?? []) label.remove();
  box.remove();
}

/** Shows what a field holds as a text in its place, as a page does that is not being edited. */
function asText(target: HTMLElement): void {
  const text = target.ownerDocument.createElement('span');
  text.textContent = target.matches(FIELD) ? 'https://scim.example.org/v1' : target.textContent;
  target.replaceWith(text);
}

function withLabel(target: HTMLElement): HTMLElement {
  return target.matches(FIELD) ? (target.closest('label') ?? target) : target;
}

/** Of a list any entry may be next, and a box to tick may be drawn by its label; a key is read where it stands. */
function isTaken(target: HTMLElement | null): boolean {
  if (!target || /dpk_/.test(`${target.textContent} ${(target as Partial<HTMLInputElement>).value ?? ''}`))
    return false;
  return !target.matches(
    '[type=checkbox], [type=radio], tr, li, [role=row], [readonly], [role=textbox] *, code, span, pre',
  );
}

/** Takes one of the targets away, or all of them. */
function away(subject: Subject, take: (target: HTMLElement) => void): Changed {
  const names = subject.names.filter((name) => isTaken(named(subject, name)));
  if (names.length === 0) return null;
  const gone = subject.random.chance(0.75) ? [subject.random.one(names)] : names;
  for (const name of gone) {
    const target = named(subject, name);
    if (target) take(target);
  }
  return { gone };
}

function disable(target: HTMLElement): void {
  for (const element of [target, ...target.querySelectorAll('button, input, select, a')]) {
    if ('disabled' in element) (element as HTMLButtonElement).disabled = true;
    element.setAttribute('aria-disabled', 'true');
  }
}

const NAMELESS = ['Widget', 'Something', 'Option 4', 'Continue later', 'Foo'];

/** A button that is called otherwise is another button. */
function renamed(subject: Subject): Changed {
  const found = targets(subject).filter((target) =>
    target.matches('button:not([role=switch], [aria-pressed]), a, [role=button]'),
  );
  if (found.length === 0) return null;
  const target = subject.random.one(found);
  for (const name of ['aria-label', 'title', 'id', 'data-test-id', 'data-testid', 'name', 'aria-labelledby'])
    target.removeAttribute(name);
  target.textContent = subject.random.one(NAMELESS);
  return { gone: [target.getAttribute('data-t') ?? ''] };
}

function formRemoved(subject: Subject): Changed {
  const fields = targets(subject).filter((target) => target.matches(FIELD));
  for (const field of fields) removeWhole(field);
  return fields.length === 0 ? null : { gone: fields.map((field) => field.getAttribute('data-t') ?? '') };
}
