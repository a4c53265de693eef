import type { PageResult } from '../../../shared/setup/commands.ts';
import type { StepId } from '../../../shared/setup/steps.ts';
import { normalise } from '../find/text.ts';
import type { SwitchFacts } from '../find/types.ts';
import { entryShown, optionsOf } from '../choice.ts';
import { offTarget, offWords, type OffWords } from '../off-words.ts';
import { look, type View } from '../view.ts';
import { waitFor } from '../watch/wait-for.ts';
import { setValue } from './fill.ts';
import { hindrance, type FindAgain } from './press.ts';
import { ok, retryable, unusable } from './result.ts';

/** Presses; what is named takes nothing away that it is not pressed for. */
type Presser = (element: Element, findAgain: FindAgain, meant?: RegExp) => Promise<PageResult>;

/** Turns off by the words of a page that has no switch: chooses the one that says off, or presses the button that does it. */
export async function performOffWords(
  view: View,
  facts: SwitchFacts,
  step: StepId,
  words: OffWords,
  how: { press: Presser; withinMs: number },
): Promise<PageResult> {
  const { context } = view;
  if (words.is === 'off') return ok();
  if (words.by === 'entry') return chooseEntry(view, facts, step, words.element as HTMLSelectElement);
  const again = (): Element | null => {
    const match = offTarget(look(view.site, context), facts);
    return match.is === 'unique' ? match.element : null;
  };
  const result = await how.press(words.element, again, words.by === 'button' ? facts.turnsOff : undefined);
  if (result.outcome !== 'ok') return result;
  if (words.by === 'list') {
    const find = (): Element | null => entryShown(look(view.site, context), facts.off);
    const entry = await waitFor(context.document, find, { deadlineMs: how.withinMs });
    const chosen = entry ? await how.press(entry, find) : unusable('no-change');
    if (chosen.outcome !== 'ok') return chosen;
  }
  const off = await waitFor(context.document, () => (isOff(look(view.site, context), facts) ? true : null), {
    deadlineMs: how.withinMs,
  });
  return off ? ok() : retryable('fill-reverted');
}

function isOff(view: View, facts: SwitchFacts): boolean {
  const words = offWords(view, facts);
  return words.length > 0 && words.every(({ is }) => is === 'off');
}

function chooseEntry(view: View, { off }: SwitchFacts, step: StepId, select: HTMLSelectElement): PageResult {
  const why = hindrance(select, view.context);
  const option = optionsOf(select).find(({ text }) => off.test(normalise(text)));
  if (why || !option) return retryable('target-missing', why);
  const before = select.value;
  setValue(select, option.value);
  view.context.memory.undo.set(step, () => {
    setValue(select, before);
    return Promise.resolve(select.value === before);
  });
  return select.value === option.value ? ok() : retryable('fill-reverted');
}
