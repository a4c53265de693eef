import { fingerprint } from '../../../shared/fingerprint.ts';
import type { PageResult } from '../../../shared/setup/commands.ts';
import { TYPED, type Hindrance } from '../../../shared/setup/hindrances.ts';
import type { StepId } from '../../../shared/setup/steps.ts';
import type { PageContext } from '../context.ts';
import { elementOf } from '../find/decide.ts';
import { isMasked, valueOf } from '../find/state.ts';
import type { FieldFacts, SiteFacts } from '../find/types.ts';
import { occupant } from '../observe/read-field.ts';
import { toldOf } from '../token.ts';
import { look, matchOf } from '../view.ts';
import { fill, tidied, type Filled } from './fill.ts';
import type { FindAgain } from './press.ts';
import { sendsElsewhere } from './guard.ts';
import { ok, refused, retryable } from './result.ts';

/** Noted of a field that the page does not let be changed. */
const DISABLED: Hindrance = 'disabled';

/**
 * Fills a step's field. What the admin typed there since the field was last told of is not written over: nobody has been
 * asked about that. The token goes into no form that is sent to another origin.
 */
export async function performFill(
  site: SiteFacts,
  facts: FieldFacts,
  step: StepId,
  element: Element,
  value: string | null,
  context: PageContext,
): Promise<PageResult> {
  if (value === null) return refused(null, 'no value to fill');
  if (facts.holds === 'token-key' && sendsElsewhere(element)) return refused('target-missing', 'another origin');
  const find = (): Element | null => elementOf(matchOf(look(site, context), facts.control));
  const found = valueOf(element);
  if (found !== value && isUntold(facts, found, context)) return retryable('fill-reverted', TYPED);
  if (found === value) return typedAnew(element, value, context, find);
  // A token is never kept: to undo is to empty the field.
  const before = facts.holds === 'token-key' ? '' : found;
  const result = ofFill(await fill(element, value, context, find));
  if (result.outcome !== 'ok') return result;
  if (facts.holds === 'token-key') context.memory.tokenFilled = await toldOf(value);
  const ours = await fingerprint(tidied(value));
  context.memory.undo.set(step, async () => {
    const field = find();
    if (!field) return false;
    // What was typed over it since is the admin's.
    const now = valueOf(field);
    if (!isMasked(now) && (await fingerprint(tidied(now))) !== ours) return true;
    const undone = await fill(field, before, context, find);
    return undone === 'filled' || undone === 'equal';
  });
  return result;
}

/** Whoever asks for what is there already has a page that offers its next button only for a form that was changed. */
async function typedAnew(element: Element, value: string, context: PageContext, find: FindAgain): Promise<PageResult> {
  const result = ofFill(await fill(element, value, context, find, { anew: true }));
  return result.outcome === 'ok' ? ok({ note: 'it was there already' }) : result;
}

function isUntold(facts: FieldFacts, found: string, { memory }: PageContext): boolean {
  const now = occupant(facts.holds, found.trim());
  return now !== null && memory.occupants.has(facts.control) && memory.occupants.get(facts.control) !== now;
}

/** What a fill's outcome means for the step. */
export function ofFill(filled: Filled): PageResult {
  if (filled === 'filled') return ok();
  if (filled === 'equal') return ok({ note: 'it was there already' });
  if (filled === 'reverted') return retryable('fill-reverted');
  // What the page has locked stays so, however often it is tried.
  const isLocked = filled.hindered === 'read-only' || filled.hindered === DISABLED;
  return isLocked ? refused('target-missing', DISABLED) : retryable('target-missing', filled.hindered);
}
