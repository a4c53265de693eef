import { HELD, type PageResult } from '../../../shared/setup/commands.ts';
import type { StepId } from '../../../shared/setup/steps.ts';
import type { PageContext } from '../context.ts';
import { readValue, shownValue, type ShownValue } from '../find/shown-value.ts';
import { isChosen, valueOf } from '../find/state.ts';
import type { FormFacts, Match, SiteFacts, StepFacts, SwitchFacts, ValueFacts } from '../find/types.ts';
import { notePress } from '../memory.ts';
import { hidingList, searchList } from '../search-list.ts';
import { offWords } from '../off-words.ts';
import { targetOf } from '../target.ts';
import { showsTicks } from '../ticks.ts';
import { turnFor } from '../turn.ts';
import { factsOf, look, matchOf, type View } from '../view.ts';
import { waitFor } from '../watch/wait-for.ts';
import { fill } from './fill.ts';
import { isOfPage } from './guard.ts';
import { performChoice } from './perform-choice.ts';
import { performOffWords } from './perform-off-words.ts';
import { ofFill, performFill } from './perform-fill.ts';
import { press, type FindAgain } from './press.ts';
import { ok, refused, retryable, unusable } from './result.ts';

/** How long the page is given to show what a press asked for, in milliseconds. */
const ANSWERS_WITHIN_MS = 3000;

/** How long what was there a moment ago may be away while a page draws itself anew, in milliseconds. */
const AWAY_MS = 1000;

/** Does a step: finds its target at this moment and touches it only when it is certain. */
export async function perform(
  site: SiteFacts,
  step: StepId,
  value: string | null,
  context: PageContext,
): Promise<PageResult> {
  const facts = factsOf(site, step);
  if (!facts) return refused('target-missing', 'not a step of this site');
  const seen = await lookUntilThere(site, context, (now) => targetOf(now, facts));
  const view = facts.reads === 'place' ? await searchList(site, seen, context) : seen;
  const target = targetOf(view, facts);
  if (target.is !== 'unique') return notCertain(target);
  if (!isOfPage(target.element, context)) return refused('target-missing', 'another origin');
  const findAgain = (): Element | null => targetNow(site, facts, context);
  switch (facts.reads) {
    case 'field':
      return performFill(site, facts, step, target.element, value, context);
    case 'choice':
      return performChoice(view, facts, step, target.element, {
        press: (element, again) => pressed(step, element, context, again),
        findAgain,
        withinMs: ANSWERS_WITHIN_MS,
      });
    case 'switch':
      return performSwitchOff(view, facts, step, target.element, findAgain);
    case 'form':
      return performForm(site, facts, step, target.element, value, context);
    case 'value':
      return takeValue(site, facts, target.element, context);
    case 'place':
    case 'press':
    case 'save':
      return pressed(step, target.element, context, findAgain);
    case 'by-hand':
      return refused(null, 'the admin presses');
    case 'ticks':
      // Of the boxes themselves none is ticked by the assistant: who gets access is the admin's to say.
      if (target.element.matches('[type=checkbox], [role=checkbox], [role=switch]'))
        return refused(null, 'the admin ticks');
      // Opening the tab is a way to it: whoever agreed to Save agreed to that alone.
      return showsTicks(view, facts)
        ? pressed(step, target.element, context, findAgain)
        : refused('target-missing', 'the tab is not open');
  }
}

/** Presses what leads to where a step is done; what does the step itself is never pressed by it. */
export async function lead(site: SiteFacts, step: StepId, context: PageContext): Promise<PageResult> {
  const facts = factsOf(site, step);
  if (!facts) return refused('target-missing', 'not a step of this site');
  const seen = await lookUntilThere(site, context, (now) => wayTo(now, facts));
  const view = facts.reads === 'ticks' ? await searchList(site, seen, context) : seen;
  const way = wayTo(view, facts);
  if (way.is !== 'unique') return notCertain(way);
  if (!isOfPage(way.element, context)) return refused('target-missing', 'another origin');
  const findAgain = (): Element | null => {
    const now = look(site, context);
    const again = wayTo(now, facts);
    return again.is === 'unique' && again.element !== hidingList(now) && isOfPage(again.element, context)
      ? again.element
      : null;
  };
  return ofPress(await press(way.element, context, findAgain));
}

/** The page as it is once it shows what is wanted, or says why it does not let it be used; else as it is in the end. */
async function lookUntilThere(site: SiteFacts, context: PageContext, wanted: (view: View) => Match): Promise<View> {
  const find = (): View | null => {
    const now = look(site, context);
    const match = wanted(now);
    return match.is === 'missing' && !match.disabled && !match.behind ? null : now;
  };
  return (await waitFor(context.document, find, { deadlineMs: AWAY_MS })) ?? look(site, context);
}

function wayTo(view: View, facts: StepFacts): Match {
  const missing: Match = { is: 'missing', disabled: null, behind: null };
  if (facts.reads === 'ticks') return showsTicks(view, facts) ? missing : targetOf(view, facts);
  return turnFor(view, facts)?.match ?? missing;
}

/** The step's target as it is found at this moment; null when none is certain. */
function targetNow(site: SiteFacts, facts: StepFacts, context: PageContext): Element | null {
  const view = look(site, context);
  const target = targetOf(view, facts);
  // A list that hides the row is not what is pressed.
  if (target.is !== 'unique' || target.element === hidingList(view)) return null;
  return isOfPage(target.element, context) ? target.element : null;
}

/** A control as it is found at this moment; null when it is not certain. */
function controlNow(site: SiteFacts, control: string, context: PageContext): Element | null {
  const match = matchOf(look(site, context), control);
  return match.is === 'unique' && isOfPage(match.element, context) ? match.element : null;
}

function notCertain(match: Match): PageResult {
  if (match.is === 'ambiguous') return refused('target-ambiguous');
  if (match.is === 'missing' && match.behind) return unusable('window-over');
  if (match.is === 'missing' && match.disabled) return unusable('disabled');
  return refused('target-missing');
}

async function pressed(
  step: StepId,
  element: Element,
  context: PageContext,
  findAgain: FindAgain,
  meant?: RegExp,
): Promise<PageResult> {
  const before = context.memory.presses.get(step);
  notePress(context.memory, step);
  const hindered = await press(element, context, findAgain, meant);
  if (hindered && before === undefined) context.memory.presses.delete(step);
  if (hindered || !context.memory.held) return ofPress(hindered);
  context.memory.asked.add(step);
  return ok({ note: HELD });
}

function ofPress(hindered: string | null): PageResult {
  if (!hindered) return ok();
  return hindered === 'destructive' ? refused('target-missing', hindered) : retryable('target-missing', hindered);
}

async function performSwitchOff(
  view: View,
  facts: SwitchFacts,
  step: StepId,
  element: Element,
  findAgain: FindAgain,
): Promise<PageResult> {
  const { context, site } = view;
  const find = (): Element | null => controlNow(site, facts.control, context);
  const own = matchOf(view, facts.control);
  const words = own.is === 'unique' ? undefined : offWords(view, facts).find((one) => one.element === element);
  if (words) {
    return performOffWords(view, facts, step, words, {
      press: (target, again, meant) => pressed(step, target, context, again, meant),
      withinMs: ANSWERS_WITHIN_MS,
    });
  }
  let control = own.is === 'unique' ? own.element : null;
  if (!control) {
    const opened = await pressed(step, element, context, findAgain);
    if (opened.outcome !== 'ok') return opened;
    control = await waitFor(context.document, find, { deadlineMs: ANSWERS_WITHIN_MS });
  }
  if (!control) return unusable('no-change');
  if (isChosen(control) === false) return ok();
  const result = await pressed(step, control, context, find);
  if (result.outcome !== 'ok') return result;
  const off = await waitFor(context.document, () => (isOff(site, facts, context) ? true : null), {
    deadlineMs: ANSWERS_WITHIN_MS,
  });
  if (!off) return retryable('fill-reverted');
  const before = control;
  context.memory.undo.set(step, async () => (await press(before, context, find)) === null && isChosen(before) === true);
  return ok();
}

function isOff(site: SiteFacts, facts: SwitchFacts, context: PageContext): boolean {
  const match = matchOf(look(site, context), facts.control);
  return match.is === 'unique' && isChosen(match.element) === false;
}

async function performForm(
  site: SiteFacts,
  facts: FormFacts,
  step: StepId,
  field: Element,
  value: string | null,
  context: PageContext,
): Promise<PageResult> {
  if (value === null) return refused(null, 'no name to give');
  const before = valueOf(field).trim();
  const again = (): Element | null => controlNow(site, facts.field, context);
  const filled = before === '' ? ofFill(await fill(field, value, context, again)) : ok();
  if (filled.outcome !== 'ok') return filled;
  const find = (): Element | null => controlNow(site, facts.submit, context);
  const ready = await waitFor(context.document, find, { deadlineMs: ANSWERS_WITHIN_MS });
  if (!ready) return unusable('disabled');
  context.memory.keyName = before === '' ? value : before;
  return pressed(step, ready, context, find);
}

/** Hands the shown key over; it is kept nowhere here. */
async function takeValue(
  site: SiteFacts,
  facts: ValueFacts,
  element: Element,
  context: PageContext,
): Promise<PageResult> {
  const find = (is: ShownValue['is']): Element | null => {
    const now = look(site, context);
    const shown = shownValue(now.scan, now.matches, context);
    return shown?.is === is ? shown.element : null;
  };
  const read = (): string | null => {
    const shown = find('readable');
    return shown && readValue(shown);
  };
  const shown = read();
  if (shown) return ok({ secret: shown });
  const hindered = await press(element, context, () => find('hidden'));
  if (hindered) return retryable('target-missing', hindered);
  const secret = await waitFor(context.document, read, { deadlineMs: ANSWERS_WITHIN_MS });
  return secret ? ok({ secret, note: facts.reveal }) : unusable('no-change');
}
