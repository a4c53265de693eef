import { areaOf } from './find/area.ts';
import { closestComposed, composedParent } from './find/composed.ts';
import { elementOf } from './find/decide.ts';
import { namesOf } from './find/find-controls.ts';
import { marksOf } from './find/marks.ts';
import { namesOfPressable, ownText } from './find/naming.ts';
import type { Seen } from './find/scan.ts';
import { leavesIn, spanAround, within, type Span } from './find/spans.ts';
import { isChosen, isDisabled, isExpanded } from './find/state.ts';
import { isToggleShown } from './find/styled-toggle.ts';
import { normalise } from './find/text.ts';
import type { Match, TicksFacts } from './find/types.ts';
import { depthOf, matchOf, type View } from './view.ts';

/** Whether the groups are shown: as the place that the page is at, or beside the form, in a part of the page of their own. */
export function showsTicks(view: View, facts: TicksFacts): boolean {
  return view.place === facts.at || partBeside(view, facts) !== null;
}

/** The boxes of a list of groups: the first one that a person sees, and what stands beside each that is ticked. */
export type Ticks = { first: Seen | null; ticked: string[] };

/** The boxes that the admin ticks, without the one that ticks all. */
export function readTicks(view: View, facts: TicksFacts): Ticks {
  const boxes = boxesShown(view, facts);
  // What is laid out is asked for no more boxes than it takes: a directory has hundreds of groups.
  const counts = (box: Seen): boolean => isToggleShown(box.element, view.context.layout) && !ticksAll(box, view);
  const listed = boxes.filter((box) => closestComposed(box.element, ROW) !== null);
  const from = listed.some(counts) ? listed : boxes;
  const ticked = from.flatMap((box, at) =>
    isChosen(box.element) === true && counts(box) ? [rowText(box, view) || `#${at}`] : [],
  );
  return { first: from.find(counts) ?? null, ticked: ticked.sort() };
}

/** What saves the ticks: of several buttons called so, the one that stands nearest around them. */
export function saveOfTicks(view: View, facts: TicksFacts): Match {
  const own = view.dialog === null ? nearestSave(view, facts) : null;
  if (!own) return matchOf(view, facts.save);
  if (isDisabled(own)) return { is: 'missing', disabled: own, behind: null };
  return { is: 'unique', element: own, name: facts.save, score: 1 };
}

function nearestSave(view: View, facts: TicksFacts): Element | null {
  const names = namesOf(view.site.controls, facts.save);
  const isSave = (button: Seen): boolean =>
    !button.concealed &&
    namesOfPressable(button, marksOf(button.element), view.scan).some(({ text }) => names?.match(text) === 'exact') &&
    view.context.layout.isVisible(button.element);
  const saves = view.scan.pressables.filter(isSave);
  const beside = partBeside(view, facts);
  const [inPart, ...more] = beside ? saves.filter((save) => within(beside, save)) : [];
  if (inPart && more.length === 0) return inPart.element;
  for (let up = readTicks(view, facts).first?.element ?? null; up; up = composedParent(up)) {
    const part = view.scan.spans.get(up);
    const [only, ...others] = part ? saves.filter((save) => within(part, save)) : [];
    if (only) return others.length === 0 ? only.element : null;
  }
  return null;
}

/** Of a page that shows the form and the groups together, the groups' part: an open section, or one under their heading. */
function partBeside(view: View, facts: TicksFacts): Span | null {
  if (view.place === facts.at || view.depth < depthOf(view.site, facts.within)) return null;
  const head = elementOf(matchOf(view, facts.tab));
  const isOpen = head && isExpanded(head);
  if (typeof isOpen === 'boolean') return isOpen ? (partAround(head, boxesOf(view), view)?.part ?? null) : null;
  const names = namesOf(view.site.controls, facts.tab);
  for (const heading of view.scan.headings) {
    if (heading.concealed || names?.match(ownText(heading, view.scan)) !== 'exact') continue;
    if (areaOf(heading.element, view.scan) !== 'content' || !view.context.layout.isVisible(heading.element)) continue;
    // A box of the form is in no list.
    const listed = boxesOf(view).filter((box) => box.start > heading.end && closestComposed(box.element, ROW) !== null);
    const around = partAround(heading.element, listed, view)?.part;
    const isApart = (part: Span): boolean =>
      !facts.apart.some((control) => holds(part, elementOf(matchOf(view, control)), view));
    if (around && isApart(around)) return around;
    const below = partBelow(heading, view);
    if (listed.some((box) => within(below, box)) && isApart(below)) return below;
  }
  return null;
}

/** What stands under a heading, up to the next of its kind. */
function partBelow(heading: Seen, view: View): Span {
  const { headings, spans } = view.scan;
  const next = headings.find(
    (other) => other.start > heading.end && other.element.tagName === heading.element.tagName && !other.concealed,
  );
  return { start: heading.start, end: next ? next.start - 1 : (spans.get(view.scan.document.body)?.end ?? Infinity) };
}

function holds(part: Span, element: Element | null, view: View): boolean {
  const span = element && view.scan.spans.get(element);
  return span ? within(part, span) : false;
}

function boxesOf(view: View): Seen[] {
  return view.scan.toggles.filter((box) => !box.concealed && !isRadio(box.element));
}

/** What is shown: the boxes of the smallest part of the page around the tab that holds some, not those of a list beneath. */
function boxesShown(view: View, facts: TicksFacts): Seen[] {
  const boxes = boxesOf(view);
  const part = partBeside(view, facts);
  if (part) return boxes.filter((box) => within(part, box));
  const tab = elementOf(matchOf(view, facts.tab));
  return (tab && partAround(tab, boxes, view)?.inside) ?? boxes;
}

function partAround(element: Element, boxes: readonly Seen[], view: View): { part: Span; inside: Seen[] } | null {
  for (let up: Element | null = element; up; up = composedParent(up)) {
    const part = view.scan.spans.get(up);
    const inside = part ? boxes.filter((box) => within(part, box)) : [];
    if (part && inside.length > 0) return { part, inside };
  }
  return null;
}

const ROW = 'tr, li, [role=row], [role=listitem], [role=option]';

function isRadio(element: Element): boolean {
  return element.getAttribute('type') === 'radio' || element.getAttribute('role') === 'radio';
}

const ALL = /select all|all user groups|tout selectionner|alle auswahlen|seleccionar tod|すべて|show bound/;

function ticksAll(box: Seen, view: View): boolean {
  if (box.element.closest('thead, [role=columnheader], th')) return true;
  return ALL.test(`${normalise(box.element.getAttribute('aria-label') ?? '')} ${rowText(box, view)}`);
}

function rowText(box: Seen, view: View): string {
  const row = spanAround(view.scan.rows, box);
  let around = row ?? null;
  let up = row ? null : composedParent(box.element);
  for (let level = 0; up && !around && level < 4; level++, up = composedParent(up)) {
    const span = view.scan.spans.get(up);
    if (span && saidIn(view, span) !== '') around = { ...span, element: up, concealed: false };
  }
  return around ? saidIn(view, around) : '';
}

/** What people read there: a sign alone, such as a drawn box, says nothing. */
function saidIn(view: View, span: Span): string {
  const said = leavesIn(view.scan.leaves, span).filter((leaf) => leaf.text !== '' && !leaf.concealed);
  return said
    .map((leaf) => leaf.text)
    .join(' ')
    .slice(0, 120);
}
