import { areaOf } from '../find/area.ts';
import { composedParent } from '../find/composed.ts';
import { elementOf } from '../find/decide.ts';
import type { Seen } from '../find/scan.ts';
import { spanAround, within, type Span } from '../find/spans.ts';
import { namesOfToggle } from '../find/naming.ts';
import { valueOf } from '../find/state.ts';
import { isToggleShown } from '../find/styled-toggle.ts';
import { matchOf, type View } from '../view.ts';

/** Fields that no address is typed into. */
const NO_ADDRESS =
  'textarea, input:is([type=password], [type=search], [type=number], [type=date], [type=datetime-local], [type=time], [type=month], [type=week], [type=tel], [type=url])';

/**
 * Whether the form has a field that an address may be meant for and that nothing else is known to be: then none may be said
 * to be absent, whatever the field is called. What holds something other than an address is none.
 */
export function mayAskForAddress(view: View, anchors: readonly string[]): boolean {
  const fields = unexplained(view, anchors, view.scan.fields);
  return fields === null || fields.some(({ element }) => !element.matches(NO_ADDRESS) && mayBeAddress(element));
}

function mayBeAddress(element: Element): boolean {
  const value = valueOf(element).trim();
  return value === '' || value.includes('@');
}

/** Whether a page of a form has a field for a text that none of its own fields was found to be, or such a one that is empty. */
export function hasUnknownField(view: View, isEmpty = false): boolean {
  const known = new Set([...view.matches.values()].map(elementOf));
  const tab = elementOf(matchOf(view, view.site.paged?.tab ?? ''));
  const from = (tab && view.scan.spans.get(tab)?.end) ?? 0;
  return view.scan.fields.some(
    ({ element, start, concealed }) =>
      start > from &&
      !concealed &&
      !known.has(element) &&
      !element.matches('[type=search], [role=searchbox]') &&
      (!isEmpty || valueOf(element).trim() === '') &&
      areaOf(element, view.scan) === 'content' &&
      isToggleShown(element, view.context.layout),
  );
}

/** Whether the form has something to choose from that nothing else is known to be. */
export function mayAskForChoice(view: View, anchors: readonly string[]): boolean {
  const radios = view.scan.toggles.filter(({ element }) => element.matches('[type=radio], [role=radio]'));
  return unexplained(view, anchors, [...view.scan.selects, ...radios])?.length !== 0;
}

/** Whether the form has something to switch that nothing else is known to be, and whose name speaks of that. */
export function mayBeSwitched(view: View, anchors: readonly string[], about: RegExp): boolean {
  const switches = view.scan.toggles.filter(({ element }) => !element.matches('[type=radio], [role=radio]'));
  const left = unexplained(view, anchors, switches) ?? switches.filter(({ concealed }) => !concealed);
  return left.some((seen) => namesOfToggle(seen, view.scan).some(({ text }) => about.test(text)));
}

/**
 * Of these, what a person sees in the form and none of the form's own controls was found to be (what is a sign-in's field
 * elsewhere may well be meant for an address here); null when the form is not known.
 */
function unexplained(view: View, anchors: readonly string[], all: readonly Seen[]): Seen[] | null {
  const known = controlsAt(view, anchors);
  const form = around(view, known);
  if (!form) return null;
  return all.filter(
    (seen) =>
      within(form, seen) &&
      !seen.concealed &&
      !known.includes(seen.element) &&
      !spanAround(view.scan.rows, seen) &&
      areaOf(seen.element, view.scan) === 'content' &&
      isToggleShown(seen.element, view.context.layout),
  );
}

/** The controls of the form with those anchors that were found. */
function controlsAt(view: View, anchors: readonly string[]): Element[] {
  const names = view.site.steps.flatMap((facts) =>
    'anchors' in facts && facts.anchors === anchors && 'control' in facts ? [facts.control] : [],
  );
  return [...new Set([...anchors, ...names])].flatMap((name) => elementOf(matchOf(view, name)) ?? []);
}

/** The innermost part of the page that holds all of them; null for fewer than two. */
function around(view: View, elements: readonly Element[]): Span | null {
  const spans = elements.flatMap((element) => view.scan.spans.get(element) ?? []);
  if (spans.length < 2) return null;
  for (let up: Element | null = elements[0] ?? null; up; up = composedParent(up)) {
    const span = view.scan.spans.get(up);
    if (span && spans.every((inner) => within(span, inner))) return span;
  }
  return null;
}
