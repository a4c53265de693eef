import type { Scored } from './find-controls.ts';
import { valueOf } from './state.ts';
import { phrasePattern } from './text.ts';
import type { Control } from './types.ts';

/** Fields that take a number or a date, or one of a list: nothing of ours goes there. */
const NOT_FOR_TEXT =
  'input:is([type=number], [type=date], [type=datetime-local], [type=time], [type=month], [type=week]), [role=spinbutton], [role=combobox], [aria-haspopup]';

/** Kinds of text that a field says it takes: none of them can be another's. */
const KINDS_OF_TEXT = ['url', 'email', 'password', 'tel', 'search'];

/** What a field for a day shows while it is empty: "DD/MM/YYYY". */
const DATE = /^[dmyjta]{2,4}([.\/ -][dmyjta]{2,4}){2}$/i;

/** Whether a field says of itself that it takes something else. */
export function takesOther({ inputTypes }: Control, element: Element): boolean {
  const type = element.getAttribute('type') ?? '';
  if (DATE.test(element.getAttribute('placeholder') ?? '')) return true;
  return element.matches(NOT_FOR_TEXT) || (inputTypes?.includes(type) === false && KINDS_OF_TEXT.includes(type));
}

/** Whether a field holds an address of the kind that another one takes. */
export function holdsOther({ inputTypes }: Control, element: Element): boolean {
  const value = valueOf(element).trim();
  const kind = /^https?:\/\//i.test(value) ? 'url' : /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value) ? 'email' : null;
  return kind !== null && inputTypes?.includes(kind) === false;
}

/** What a field is called that looks for something, in the consoles' languages. */
const SEARCHES = phrasePattern([
  'search',
  'filter',
  'find',
  'rechercher',
  'filtrer',
  'suchen',
  'suche nach',
  'filtern',
  'buscar',
  'filtrar',
  '検索',
]);

/** Whether a field's name is that of one that looks for something. */
export function isSearch(name: string): boolean {
  return SEARCHES?.test(name) ?? false;
}

/** A field is one thing: what it answers to best. Whatever else stands around it is the caption of another field. */
export function keepEachField(controls: readonly Control[], found: Map<string, Scored[]>): void {
  const fields = controls.filter(({ kind, scope }) => kind === 'field' && scope === 'content');
  const best = new Map<Element, number>();
  for (const { element, score: own } of fields.flatMap(({ id }) => found.get(id) ?? []))
    best.set(element, Math.max(own, best.get(element) ?? own));
  for (const { id } of fields) {
    const all = found.get(id) ?? [];
    found.set(
      id,
      all.filter(({ element, score: own }) => own >= (best.get(element) ?? own)),
    );
  }
}
