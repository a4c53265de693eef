import type { PageResult } from '../../../shared/setup/commands.ts';
import type { StepId } from '../../../shared/setup/steps.ts';
import { isChosen, opensList } from '../find/state.ts';
import { normalise } from '../find/text.ts';
import type { ChoiceFacts } from '../find/types.ts';
import { choiceBox, choiceSelect, entryShown, optionsOf } from '../choice.ts';
import { look, matchOf, type View } from '../view.ts';
import { waitFor } from '../watch/wait-for.ts';
import { setValue } from './fill.ts';
import { hindrance, type FindAgain } from './press.ts';
import { ok, refused, retryable, unusable } from './result.ts';

export type Presser = (element: Element, findAgain: FindAgain) => Promise<PageResult>;

/** Chooses the wanted one of several: an entry of a select, an option of its own, or one of a list that opens. */
export async function performChoice(
  view: View,
  facts: ChoiceFacts,
  step: StepId,
  element: Element,
  how: { press: Presser; findAgain: FindAgain; withinMs: number },
): Promise<PageResult> {
  const { context } = view;
  const select = choiceSelect(view, facts);
  if (select && select === element) return chooseEntry(view, facts, step, select);
  const box = choiceBox(view, facts);
  if (box?.element !== element && isChosen(element) === true) return ok();
  const result = await how.press(element, how.findAgain);
  if (result.outcome !== 'ok' || (box?.element !== element && !opensList(element))) return result;
  const find = (): Element | null => offeredOption(view, facts, element);
  const option = await waitFor(context.document, find, { deadlineMs: how.withinMs });
  return option ? how.press(option, find) : unusable('no-change');
}

function chooseEntry(view: View, facts: ChoiceFacts, step: StepId, select: HTMLSelectElement): PageResult {
  const why = hindrance(select, view.context);
  if (why) return retryable('target-missing', why);
  const before = select.value;
  const option = optionsOf(select).find((candidate) => facts.label.test(normalise(candidate.text)));
  if (!option) return refused('target-missing');
  setValue(select, option.value);
  view.context.memory.undo.set(step, () => {
    setValue(select, before);
    return Promise.resolve(select.value === before);
  });
  return select.value === option.value ? ok() : retryable('fill-reverted');
}

function offeredOption(view: View, facts: ChoiceFacts, opener: Element): Element | null {
  const now = look(view.site, view.context);
  const match = matchOf(now, facts.control);
  if (match.is === 'unique') return match.element !== opener && !opener.contains(match.element) ? match.element : null;
  return match.is === 'missing' ? entryShown(now, facts.label) : null;
}
