import { MARK } from './marks.ts';
import type { Scan, Seen } from './scan.ts';

const PRESSABLE_ROLES = new Set([
  'combobox',
  'button',
  'link',
  'tab',
  'menuitem',
  'option',
  'treeitem',
  'menuitemradio',
]);
const TOGGLE_ROLES = new Set(['checkbox', 'switch', 'radio', 'menuitemcheckbox']);
const SPEAKER_ROLES = new Set(['alert', 'status', 'log', 'alertdialog']);
const HEADING_TAGS = new Set(['H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'LEGEND', 'SUMMARY', 'CAPTION']);
/** What counts by its tag alone; anything else needs an attribute to count. */
const SORTED_TAGS = new Set([
  ...HEADING_TAGS,
  'INPUT',
  'TEXTAREA',
  'SELECT',
  'BUTTON',
  'A',
  'DIALOG',
  'TR',
  'LI',
  'HEADER',
]);
const NOT_TYPED = new Set(['button', 'submit', 'reset', 'image', 'hidden', 'file', 'range', 'color']);
const SPEAKER_CLASS = /toast|snack|notif|alert|banner|message|badge|\btag\b|chip|status|error|success|feedback|helper/i;
const HEADING_CLASS = /title|heading|header-?text|(card|panel|dialog|modal|drawer)[-_]*header/i;
/** A class of many things, some of which head what follows: those of few words. */
const HEADER_CLASS = /^(?!.*(item|menu|nav|bar|page|site|app|main|row)).*(^|\s)header(\s|$)/i;
const NO_HEADING_TAGS = new Set(['HEADER', 'TR', 'TH', 'TD', 'THEAD', 'LI']);
const LONGEST_HEADING = 60;

/** Puts an element where it belongs by what its markup says of it; of one that says nothing, nowhere. */
export function sort(seen: Seen, tag: string, marks: number, to: Scan): void {
  const isSorted = SORTED_TAGS.has(tag);
  if (marks === 0 && !isSorted) return;
  const { element } = seen;
  const role = marks & MARK.role ? element.getAttribute('role') : null;
  const hasState = (marks & MARK.state) !== 0;
  if (tag === 'INPUT') sortInput(seen, role, to);
  else if (tag === 'TEXTAREA' || role === 'textbox' || (hasState && isEdited(element))) addField(seen, to);
  else if (tag === 'SELECT') {
    to.selects.push(seen);
    to.inputs.push(seen);
  } else if (tag === 'BUTTON' || tag === 'SUMMARY' || (tag === 'A' && (role ?? 'link') === 'link'))
    to.pressables.push(seen);
  if (role !== null && tag !== 'INPUT') sortRole(seen, tag, role, to);
  else if (role === null && marks & MARK.presses && isMadePressable(element) && to.pressables.at(-1) !== seen)
    to.pressables.push(seen);
  if (hasState && tag === 'BUTTON' && element.hasAttribute('aria-pressed')) to.toggles.push(seen);
  if (tag === 'DIALOG' || (hasState && element.getAttribute('aria-modal') === 'true')) to.dialogs.push(seen);
  if (tag === 'TR' || tag === 'LI') to.rows.push(seen);
  if (tag === 'HEADER' || role === 'banner') to.banners.push(seen);
  const isHeading = isSorted && HEADING_TAGS.has(tag);
  if (isHeading && role !== 'heading') to.headings.push(seen);
  if (marks & (MARK.class | MARK.parts)) sortByWords(seen, role, marks, isHeading, to);
}

function addField(seen: Seen, to: Scan): void {
  to.fields.push(seen);
  to.inputs.push(seen);
}

function isEdited(element: Element): boolean {
  return element.getAttribute('contenteditable') === 'true';
}

/** A plain element that its author made pressable. */
function isMadePressable(element: Element): boolean {
  const tabindex = element.getAttribute('tabindex');
  return (
    (tabindex !== null && tabindex !== '-1') || element.hasAttribute('onclick') || element.hasAttribute('aria-expanded')
  );
}

function sortInput(seen: Seen, role: string | null, to: Scan): void {
  const type = (seen.element as HTMLInputElement).type;
  if (type === 'checkbox' || type === 'radio') to.toggles.push(seen);
  else if (type === 'button' || type === 'submit' || type === 'image') to.pressables.push(seen);
  else if (!NOT_TYPED.has(type) && role !== 'switch') addField(seen, to);
}

function sortRole(seen: Seen, tag: string, role: string, to: Scan): void {
  if (PRESSABLE_ROLES.has(role) && tag !== 'BUTTON' && !(tag === 'A' && role === 'link')) to.pressables.push(seen);
  if (TOGGLE_ROLES.has(role)) to.toggles.push(seen);
  if (role === 'radio' && tag === 'BUTTON' && to.pressables.at(-1) !== seen) to.pressables.push(seen);
  if (role === 'dialog' || role === 'alertdialog') to.dialogs.push(seen);
  if (SPEAKER_ROLES.has(role)) to.speakers.push(seen);
  if (role === 'heading') to.headings.push(seen);
  if (role === 'row' || role === 'listitem') to.rows.push(seen);
  if (role === 'menu' || role === 'listbox') to.menus.push(seen);
}

function sortByWords(seen: Seen, role: string | null, marks: number, isHeading: boolean, to: Scan): void {
  const { element } = seen;
  const told = toldBy(wordsOf(element, marks));
  if (!isHeading && (told.heading || (told.header && isShortHeading(element)))) to.headings.push(seen);
  if (told.speaker && !(role && SPEAKER_ROLES.has(role))) to.speakers.push(seen);
  if (marks & MARK.state && !told.speaker && element.hasAttribute('aria-live')) to.speakers.push(seen);
}

/** Put together only where there are parts: a class alone is a text that the browser hands out anew at no cost. */
function wordsOf(element: Element, marks: number): string {
  const words = marks & MARK.class ? (element.getAttribute('class') ?? '') : '';
  if ((marks & MARK.parts) === 0) return words;
  return `${words} ${element.getAttribute('data-qa') ?? ''} ${element.getAttribute('data-test-id') ?? ''}`;
}

function isShortHeading({ tagName, textContent }: Element): boolean {
  return !NO_HEADING_TAGS.has(tagName) && textContent.trim().length <= LONGEST_HEADING;
}

type Told = { heading: boolean; header: boolean; speaker: boolean };

/** Classes repeat all over a page and from one look at it to the next. */
const TOLD = new Map<string, Told>();
const MOST_TOLD = 3000;

function toldBy(words: string): Told {
  const before = TOLD.get(words);
  if (before) return before;
  const told = {
    heading: HEADING_CLASS.test(words),
    header: HEADER_CLASS.test(words),
    speaker: SPEAKER_CLASS.test(words),
  };
  if (TOLD.size > MOST_TOLD) TOLD.clear();
  TOLD.set(words, told);
  return told;
}
