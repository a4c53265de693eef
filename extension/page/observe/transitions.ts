import type { PageVerdict } from '../../../shared/setup/observation.ts';
import type { StepId } from '../../../shared/setup/steps.ts';
import { elementOf, isThere } from '../find/decide.ts';
import { isMasked, valueOf } from '../find/state.ts';
import type { PressFacts } from '../find/types.ts';
import { matchOf, type View } from '../view.ts';
import { isActive } from './active.ts';

const BUSY = '[aria-busy=true], [role=progressbar], [class*=spinner i], [class*=loading i]';

/** What controls that appeared or went away since the last look say of the presses; it stays until the next press. */
export function readTransitions(view: View): PageVerdict[] {
  const { memory } = view.context;
  for (const facts of view.site.steps) if (facts.reads === 'press') watchTransition(view, facts, facts.step);
  for (const facts of view.site.steps) {
    if (facts.reads === 'press' && isThere(firstAnchor(view, facts))) remember(view, facts);
  }
  return [...memory.transitions].map(([step, { id, message }]) => ({ step, says: 'succeeded', message, id }));
}

function watchTransition(view: View, facts: PressFacts, step: StepId): void {
  const { memory } = view.context;
  // What comes and goes with the pages of a form tells nothing.
  if (view.dialog !== null || isTurned(view, facts)) return;
  if (facts.appears !== null) {
    const offered = matchOf(view, facts.appears).is === 'unique';
    const appeared = offered && memory.offered.get(facts.appears) === false && memory.formComplete;
    if (appeared && !memory.transitions.has(step)) happened(view, step, facts.appears);
  }
  if (facts.instead !== null && wasUpdated(view, facts, step)) happened(view, step, null);
  if (facts.vanishesUnless !== null && memory.offered.get(facts.control) === true) {
    const gone = !isThere(matchOf(view, facts.control));
    const instead = isThere(matchOf(view, facts.vanishesUnless));
    const settled =
      (isActive(view) && !memory.replacing) || (gone && !instead && !isBusy(view) && memory.presses.has(step));
    if (gone && settled && !memory.failed.has(step) && view.depth >= 0) happened(view, step, null);
  }
}

/** Whether a step's control may be where it is, or not there, because a page of the form was turned. */
function isTurned(view: View, { control, appears }: PressFacts): boolean {
  if (!view.pages) return false;
  return appears === null ? isThere(view.pages.next) : !isThere(matchOf(view, control));
}

/** An update went through when the page has taken the key out of its field, which then shows a mask or is closed. */
function wasUpdated(view: View, facts: PressFacts, step: StepId): boolean {
  const { memory } = view.context;
  if (!memory.replacing || !memory.presses.has(step) || memory.failed.has(step) || isBusy(view)) return false;
  if (!isActive(view)) return false;
  const fields = facts.anchors.map((anchor) => matchOf(view, anchor));
  if (!fields.some(isThere)) return true;
  return fields.map(elementOf).some((element) => element !== null && isMasked(valueOf(element)));
}

function happened(view: View, step: StepId, message: string | null): void {
  const { memory } = view.context;
  if (!memory.transitions.has(step)) memory.transitions.set(step, { id: `change-${++memory.count}`, message });
}

/** What was offered, and whether the form was filled, so that the next look can tell what changed. */
function remember(view: View, facts: PressFacts): void {
  const { memory } = view.context;
  const offered = matchOf(view, facts.control).is === 'unique';
  const before = memory.offered.get(facts.control);
  // Being switched off for a moment while the page works is no going away.
  if (offered || before === undefined || !isThere(matchOf(view, facts.control)))
    memory.offered.set(facts.control, offered);
  const filled = facts.anchors.map((anchor) => elementOf(matchOf(view, anchor)));
  memory.formComplete = filled.every((element) => element !== null && valueOf(element).trim() !== '');
}

function firstAnchor(view: View, facts: PressFacts): ReturnType<typeof matchOf> {
  return (
    facts.anchors.map((anchor) => matchOf(view, anchor)).find(isThere) ?? {
      is: 'missing',
      disabled: null,
      behind: null,
    }
  );
}

function isBusy(view: View): boolean {
  return [...view.scan.spans.keys()].some((element) => element.matches(BUSY) && view.context.layout.isVisible(element));
}
