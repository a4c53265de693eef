import { areaOf } from './find/area.ts';
import { isDestructive } from './find/destructive.ts';
import { namesOf } from './find/find-controls.ts';
import { marksOf } from './find/marks.ts';
import { namesOfField, namesOfPressable, namesOfRadio } from './find/naming.ts';
import type { Seen } from './find/scan.ts';
import { isChosen, isExpanded, opensList } from './find/state.ts';
import { isToggleShown } from './find/styled-toggle.ts';
import { normalise } from './find/text.ts';
import type { Match, SwitchFacts } from './find/types.ts';
import { optionsOf, shownChoice } from './choice.ts';
import type { View } from './view.ts';

/** What stands for a switch on a page that has none; `unknown` where its words do not tell whether it is off. */
export type OffWords = { element: Element; is: 'on' | 'off' | 'unknown'; by: 'entry' | 'option' | 'list' | 'button' };

/** All that asks, by words to choose from or by a button that says what it does, what a switch would be for. */
export function offWords(view: View, facts: SwitchFacts): OffWords[] {
  const names = namesOf(view.site.controls, facts.control);
  const found: OffWords[] = [];
  /** What says more than the names do may be about something else, so that its words do not tell. */
  const add = (texts: readonly { text: string }[], words: OffWords): void => {
    const mentioning = texts.filter(({ text }) => names?.mentions(text));
    if (mentioning.length === 0) return;
    const isMeant = mentioning.some(({ text }) => names?.match(text) !== null);
    found.push(isMeant ? words : { ...words, is: 'unknown' });
  };
  const fieldNames = (seen: Seen) => namesOfField(seen, view.scan).filter(({ text }) => !names?.rulesOut(text));
  const shown = (all: readonly Seen[]): Seen[] =>
    all.filter(
      ({ element, concealed }) =>
        !concealed && areaOf(element, view.scan) === 'content' && isToggleShown(element, view.context.layout),
    );
  const { selects, toggles, pressables, fields } = view.scan;
  for (const seen of shown(selects)) add(fieldNames(seen), ofSelect(seen.element, facts));
  for (const seen of shown(toggles)) {
    const isOff = namesOfRadio(seen, view.scan).some(({ text }) => facts.off.test(text));
    if (isRadio(seen.element) && isOff)
      add(fieldNames(seen), {
        element: seen.element,
        is: isChosen(seen.element) === true ? 'off' : 'on',
        by: 'option',
      });
  }
  for (const seen of [...pressables, ...fields]) {
    if (seen.concealed || !opensList(seen.element)) continue;
    const box = shownChoice(view, { label: facts.off, otherLabel: facts.on }, seen.element);
    if (box && view.context.layout.isVisible(box.element))
      add(fieldNames(seen), { element: box.element, is: box.isWanted ? 'off' : 'on', by: 'list' });
  }
  for (const seen of shown(pressables)) {
    if (opensList(seen.element) || isChosen(seen.element) !== null || isExpanded(seen.element) !== null) continue;
    const own = namesOfPressable(seen, marksOf(seen.element), view.scan);
    const does = own.filter(({ text }) => facts.turnsOff.test(text) || facts.turnsOn.test(text));
    const says = does.find(({ text }) => names?.match(text)) ?? does.find(({ text }) => names?.mentions(text));
    if (says) add([says], ofButton(seen.element, says.text, facts));
  }
  return found;
}

function isRadio(element: Element): boolean {
  return element.matches('[type=radio], [role=radio]');
}

function ofSelect(element: Element, { off, on }: SwitchFacts): OffWords {
  const options = optionsOf(element);
  const isKnown = options.some(({ text }) => off.test(normalise(text))) && options.length === 2;
  const chosen = normalise(options.find((option) => option.selected)?.text ?? '');
  const is = isKnown && (off.test(chosen) || on.test(chosen)) ? (off.test(chosen) ? 'off' : 'on') : 'unknown';
  return { element, is, by: 'entry' };
}

/** A button that would turn it on says that it is off; what takes away more than that is not for us. */
function ofButton(element: Element, text: string, { turnsOff }: SwitchFacts): OffWords {
  const isOn = turnsOff.test(text);
  const is = !isOn ? 'off' : isDestructive(text.replace(turnsOff, '')) ? 'unknown' : 'on';
  return { element, is, by: 'button' };
}

/** The one of them that turns off what the switch would; missing where there are several, or its words do not tell. */
export function offTarget(view: View, facts: SwitchFacts): Match {
  const [only, ...others] = offWords(view, facts);
  if (!only || others.length > 0 || only.is === 'unknown') return { is: 'missing', disabled: null, behind: null };
  if (view.dialog !== null) return { is: 'missing', disabled: null, behind: only.element };
  return { is: 'unique', element: only.element, name: facts.control, score: 1 };
}
