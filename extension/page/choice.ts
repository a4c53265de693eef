import { composedParent } from './find/composed.ts';
import { isThere } from './find/decide.ts';
import { leavesIn, type Span } from './find/spans.ts';
import { opensList } from './find/state.ts';
import { normalise } from './find/text.ts';
import type { ChoiceFacts, Match } from './find/types.ts';
import { matchOf, type View } from './view.ts';

const MISSING: Match = { is: 'missing', disabled: null, behind: null };

/** A choice is an option of its own, an entry of a select, a drop-down that shows what is chosen, or a list that opens. */
export function choiceTarget(view: View, facts: ChoiceFacts): Match {
  const option = matchOf(view, facts.control);
  if (isThere(option)) return option;
  const element = choiceSelect(view, facts) ?? choiceBox(view, facts)?.element;
  if (element) return unique(element, facts.control, view);
  const other = matchOf(view, facts.other);
  return other.is === 'unique' && opensList(other.element) ? other : MISSING;
}

/** The select that offers the wanted option, or null. */
export function choiceSelect(view: View, facts: ChoiceFacts): HTMLSelectElement | null {
  const found = view.scan.selects.filter(
    ({ element, concealed }) =>
      !concealed &&
      optionsOf(element).some((option) => facts.label.test(normalise(option.text))) &&
      isDrawn(view, element),
  );
  return found.length === 1 && found[0] ? (found[0].element as HTMLSelectElement) : null;
}

/** The options of a select. */
export function optionsOf(select: Element): HTMLOptionElement[] {
  return Array.from((select as HTMLSelectElement).options);
}

/** A drop-down that a design system draws: what of it is pressed, and whether it shows the wanted choice. */
export type ChoiceBox = { element: Element; isWanted: boolean };

/** So far around a combobox's input stands what is chosen. */
const LEVELS = 3;
const MOST_PIECES = 4;

/** The one drawn drop-down that shows one of the choices, or null. */
export function choiceBox(view: View, facts: ChoiceFacts): ChoiceBox | null {
  const boxes = [...view.scan.pressables, ...view.scan.fields].filter(
    ({ element, concealed }) => !concealed && opensList(element),
  );
  const found = new Map<Element, ChoiceBox>();
  for (const { element } of boxes) {
    const box = shownChoice(view, facts, element);
    if (box && view.context.layout.isVisible(box.element)) found.set(box.element, box);
  }
  const [only] = found.values();
  return found.size === 1 && only ? only : null;
}

/** The drop-down of a combobox, when it shows one of those choices. */
export function shownChoice(
  view: View,
  facts: Pick<ChoiceFacts, 'label' | 'otherLabel'>,
  combobox: Element,
): ChoiceBox | null {
  let up: Element | null = combobox;
  for (let level = 0; up && level < LEVELS; level++, up = composedParent(up)) {
    const span = view.scan.spans.get(up);
    const texts = span ? shownTexts(view, span) : [];
    if (texts.length > MOST_PIECES) return null;
    // What is chosen stands before the entries of a list that is open.
    const chosen = texts.find((text) => facts.label.test(text) || facts.otherLabel.test(text));
    if (chosen !== undefined) return { element: up, isWanted: facts.label.test(chosen) };
  }
  return null;
}

/** The entries of a list that is closed may be there all the while. */
function shownTexts({ scan, context }: View, span: Span): string[] {
  const leaves = leavesIn(scan.leaves, span, 4 * MOST_PIECES);
  return leaves.filter((leaf) => !leaf.concealed && context.layout.isVisible(leaf.element)).map((leaf) => leaf.text);
}

/** The entry of an open list that reads so, when the page shows just one. */
export function entryShown({ scan, context }: View, label: RegExp): Element | null {
  const found = scan.leaves.filter(
    ({ text, concealed, element }) => !concealed && label.test(text) && context.layout.isVisible(element),
  );
  return found.length === 1 && found[0] ? found[0].element : null;
}

function unique(element: Element, name: string, view: View): Match {
  if (view.dialog !== null) return { is: 'missing', disabled: null, behind: element };
  return { is: 'unique', element, name, score: 1 };
}

function isDrawn(view: View, element: Element): boolean {
  const parent = composedParent(element);
  return view.context.layout.isVisible(element) || (parent !== null && view.context.layout.isVisible(parent));
}
