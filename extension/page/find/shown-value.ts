import type { PageContext } from '../context.ts';
import { closestComposed, composedParent, containsComposed, isElement } from './composed.ts';
import { isDestructive } from './destructive.ts';
import { marksOf } from './marks.ts';
import { namesOfPressable } from './naming.ts';
import { isOtherValue, isShownBy } from './other-value.ts';
import type { Scan, Seen } from './scan.ts';
import { countIn, leavesIn, within, type Span } from './spans.ts';
import { isMasked, valueOf } from './state.ts';
import type { Match } from './types.ts';

/** A secret that the page shows: the element that holds it, or the button that would show it. */
export type ShownValue = {
  element: Element;
  is: 'readable' | 'hidden';
  /** Shown for the key that was just made, and not one of a list of older keys. */
  fresh: boolean;
};

/** Our own keys, which are told from anything else. */
const OUR_KEY = /^dpk_[A-Za-z0-9]{40}$/;
/** A key of a form that nobody documented: long, unbroken, of letters and digits. */
const ANY_KEY = /^(?=.*[0-9])(?=.*[A-Za-z])[A-Za-z0-9_\-.~+/=]{20,}$/;
/** In characters. */
const LONGEST_KEY = 512;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const ROW = 'tr, [role=row], li, [role=listitem]';
const SPOKEN =
  '[role=dialog], [role=alertdialog], [role=alert], [role=status], dialog, aside, [class*=modal i], [class*=notice i], [class*=banner i], [class*=alert i], [class*=created i]';
/** What stands before a key in a table of captions and values, where a list of keys has a key's name. */
const KEY_CAPTION =
  /^(your )?(new )?((api )?key|(api )?token|secret)( value)?$|^value$|^(api-)?schlussel$|^wert$|^(votre )?cle( d'api| api)?$|^valeur$|^clave( de api| api)?$|^valor$|^(api ?)?キー$|^値$/;
/** What an entry of a list has beside its value, and no more pieces of text than this. */
const EDIT = /^(edit|modifier|bearbeiten|editar|編集|編集する)$/;
const MOST_IN_ENTRY = 10;
/** What is said of a key that was just made, and how many pieces of text a page says it in. */
const JUST_MADE =
  /(been|successfully) (created|generated)|(created|generated) successfully|(not|never|won't) be (visible|shown|displayed|able to (see|view))|only (be )?(shown |visible |displayed )?once|a ete creee|ne sera plus|wurde erstellt|nicht (noch einmal|erneut|wieder) angezeigt|se creo|ha sido cread|no volvera a|作成されました|再表示/;
const MOST_IN_NOTICE = 6;
/** A key may stand in a small table of caption and value within its entry. */
const MOST_LEVELS_TO_NAME = 9;
/** So many pieces of text may stand around a key that belongs to them. */
const MOST_AROUND = 30;

/**
 * The one key that the page shows, or hides behind one button; null when there is none, more than one, or only the key
 * of an entry of a list that the assistant has not named: that is another integration's.
 */
export function shownValue(scan: Scan, matches: ReadonlyMap<string, Match>, context: PageContext): ShownValue | null {
  const values = readableValues(scan, matches, context).filter(
    (element) => !isAnothers(element, scan, context) && !isOtherValue(element, scan),
  );
  const freshOnes = values.filter((element) => isFresh(element, scan, matches, context));
  const readable = freshOnes.length === 1 ? freshOnes[0] : values.length === 1 ? values[0] : undefined;
  const hidden = hiddenValue(scan, matches, context);
  // Of a key whose form nobody knows, what a window keeps behind a button of its own is the key.
  const isBehind =
    readable && hidden?.fresh && !OUR_KEY.test(readValue(readable)) && !isShownBy(hidden.element, readable, scan);
  if (readable && !isBehind) return { element: readable, is: 'readable', fresh: freshOnes.length === 1 };
  return values.length > 1 ? null : hidden;
}

/** The text of a shown key. The one place that reads it; the caller hands it on and forgets it. */
export function readValue(element: Element): string {
  const text = valueOf(element);
  const isField = 'value' in element && typeof element.value === 'string';
  return (isField || text.length > LONGEST_KEY ? text : withoutButtons(element)).trim();
}

/** A text without the signs of buttons that stand in it, such as Copy's. */
function withoutButtons(node: Node): string {
  if (node.nodeType === Node.TEXT_NODE) return node.nodeValue ?? '';
  if (isElement(node) && node.matches('button, [role=button]')) return '';
  return Array.from(node.childNodes, withoutButtons).join('');
}

function readableValues(scan: Scan, matches: ReadonlyMap<string, Match>, context: PageContext): Element[] {
  const fields = scan.fields.filter((field) => !field.concealed).map((field) => field.element);
  const texts = scan.leaves.filter((leaf) => !leaf.concealed).map((leaf) => leaf.element);
  const copy = matches.get('key-copy');
  const found = [...fields, ...texts].filter((element) => {
    const text = readValue(element);
    if (text.length < 20 || text.length > LONGEST_KEY || isMasked(text)) return false;
    if (!OUR_KEY.test(text) && !(ANY_KEY.test(text) && !UUID.test(text) && isKeyLike(element, copy))) return false;
    return context.layout.isVisible(element);
  });
  const ours = found.filter((element) => OUR_KEY.test(readValue(element)));
  return innermost([...new Set(ours.length > 0 ? ours : found)]);
}

/** A box that is read like a field, and the text in it, are one value. */
function innermost(values: readonly Element[]): Element[] {
  return values.filter((outer) => !values.some((inner) => inner !== outer && containsComposed(outer, inner)));
}

/** A long word is a key only where the page treats it as one: in code, read-only, named so, or beside Copy. */
function isKeyLike(element: Element, copy: Match | undefined): boolean {
  if (element.matches('code, pre, kbd, samp, [readonly], [class*=key i], [class*=token i], [class*=secret i]'))
    return true;
  const button = copy?.is === 'unique' ? copy.element : null;
  let up: Element | null = element;
  for (let level = 0; up && button && level < 4; level++, up = composedParent(up)) if (up.contains(button)) return true;
  return false;
}

function hiddenValue(scan: Scan, matches: ReadonlyMap<string, Match>, context: PageContext): ShownValue | null {
  const reveal = matches.get('key-reveal');
  if (reveal?.is === 'unique') {
    if (isAnothers(reveal.element, scan, context)) return null;
    return { element: reveal.element, is: 'hidden', fresh: isFresh(reveal.element, scan, matches, context) };
  }
  if (reveal?.is !== 'ambiguous') return null;
  const announced = reveal.candidates.filter(
    ({ element }) => closestComposed(element, SPOKEN) && !closestComposed(element, ROW),
  );
  const named = reveal.candidates.filter(({ element }) => isNamed(element, scan, context));
  const mine = announced.length > 0 ? announced : named;
  return mine.length === 1 && mine[0] ? { element: mine[0].element, is: 'hidden', fresh: true } : null;
}

function isFresh(element: Element, scan: Scan, matches: ReadonlyMap<string, Match>, context: PageContext): boolean {
  if (isNamed(element, scan, context)) return true;
  if (entryOf(element, scan)) return false;
  if (closestComposed(element, SPOKEN) || isAnnounced(element, scan)) return true;
  return matches.get('add-key')?.is !== 'unique';
}

/** Whether the few words around an element say that the key was just made. */
function isAnnounced(element: Element, scan: Scan): boolean {
  let up = composedParent(element);
  for (let level = 0; up && level < 4; level++, up = composedParent(up)) {
    const around = scan.spans.get(up);
    const leaves = around ? leavesIn(scan.leaves, around, MOST_IN_NOTICE + 1) : [];
    if (leaves.length > MOST_IN_NOTICE) return false;
    if (leaves.some((leaf) => JUST_MADE.test(leaf.text))) return true;
  }
  return false;
}

/** Whether an element stands in an entry of a list, beside the entry's own Edit or Delete, and not under our key's name. */
function isAnothers(element: Element, scan: Scan, context: PageContext): boolean {
  if (isNamed(element, scan, context) || closestComposed(element, SPOKEN)) return false;
  if (entryOf(element, scan)) return true;
  let up = composedParent(element);
  for (let level = 0; up && level < 4; level++, up = composedParent(up)) {
    const around = scan.spans.get(up);
    if (!around || countIn(scan.leaves, around) > MOST_IN_ENTRY) return false;
    const isOwn = (button: Seen): boolean => {
      const entry = closestComposed(button.element, ROW);
      return within(around, button) && (entry === null || containsComposed(entry, element));
    };
    // The Delete of a row that the value does not stand in is that row's.
    if (scan.pressables.some((button) => isOwn(button) && isOfEntry(button, scan))) return true;
  }
  return false;
}

/** The entry of a list that an element stands in; a row of a caption and the value may itself stand in one. */
function entryOf(element: Element, scan: Scan): Element | null {
  const row = closestComposed(element, ROW);
  if (!row || !isCaptioned(row, element, scan)) return row;
  const parent = composedParent(row);
  const outer = parent && closestComposed(parent, ROW);
  const span = outer && scan.spans.get(outer);
  // A row of more is one that the page is laid out by.
  return span && countIn(scan.leaves, span) <= MOST_IN_ENTRY ? outer : null;
}

/** Whether a row is a caption with the value beside it, and so no entry of a list. */
function isCaptioned(row: Element, element: Element, scan: Scan): boolean {
  const around = scan.spans.get(row);
  const [first] = around ? leavesIn(scan.leaves, around, 1) : [];
  return first !== undefined && first.element !== element && KEY_CAPTION.test(first.text);
}

function isOfEntry(button: Seen, scan: Scan): boolean {
  const names = namesOfPressable(button, marksOf(button.element), scan);
  return names.some(({ text }) => isDestructive(text) || EDIT.test(text));
}

/** Whether the name that the assistant gave its key stands around an element. */
function isNamed(element: Element, scan: Scan, context: PageContext): boolean {
  const name = context.memory.keyName;
  if (name === null) return false;
  let up = composedParent(element);
  for (let level = 0; up && level < MOST_LEVELS_TO_NAME; level++, up = composedParent(up)) {
    const around: Span | undefined = scan.spans.get(up);
    const leaves = around ? leavesIn(scan.leaves, around, MOST_AROUND + 1) : [];
    if (leaves.length > MOST_AROUND) return false;
    if (leaves.some((leaf) => leaf.raw === name)) return true;
    if (up.matches(ROW) && !isCaptioned(up, element, scan)) return false;
  }
  return false;
}
