import type { StepReading } from '../../../shared/setup/observation.ts';
import { isThere } from '../find/decide.ts';
import type { Match, SaveFacts, StepFacts, TicksFacts } from '../find/types.ts';
import { maySave } from '../target.ts';
import { readTicks, saveOfTicks, showsTicks } from '../ticks.ts';
import { depthOf, factsOf, matchOf, type View } from '../view.ts';
import { absent, done, isOff, open } from './reading.ts';

/** How long after a press of Save a page that says nothing counts as saved, in milliseconds. */
const QUIET_SAVE_MS = 900;
/** The same where the button is off or gone: many pages take it away while they save, some until there is more to save. */
const OFF_SAVE_MS = 4000;

/** Whether what was activated is still to be saved. */
export function readSave(view: View, facts: SaveFacts, step: StepFacts['step']): StepReading | null {
  const { memory } = view.context;
  const button = matchOf(view, facts.control);
  const isLeft = view.depth < depthOf(view.site, facts.place);
  if (!isLeft && (isThere(button) || isOff(button))) memory.offered.set(facts.control, true);
  if (!maySave(view, facts)) return null;
  if (isLeft) return memory.succeeded.has(facts.after) && !wasLeftUnsaved(view, facts, step) ? absent() : null;
  if (!isThere(button) && view.dialog !== null) return null;
  if (button.is === 'missing' && !memory.presses.has(step))
    return button.disabled ? done(button, 'nothing to save') : absent();
  return memory.succeeded.has(step) || isQuiet(view, step, button) ? done(button) : open(button);
}

/** Whether the page had a Save that was not pressed: what it leads to may have been lost with it. */
function wasLeftUnsaved(view: View, { control }: SaveFacts, step: StepFacts['step']): boolean {
  const { offered, presses } = view.context.memory;
  return offered.get(control) === true && !presses.has(step);
}

/** Whether Save was pressed a while ago and the page has not said that it failed. */
function isQuiet(view: View, step: StepFacts['step'], button: Match): boolean {
  const { presses, asked, failed } = view.context.memory;
  const pressed = presses.get(step);
  // Who was asked whether to save may have answered no.
  if (pressed === undefined || asked.has(step) || saysUnsaved(view)) return false;
  return performance.now() - pressed > (button.is === 'missing' ? OFF_SAVE_MS : QUIET_SAVE_MS) && !failed.has(step);
}

/** Whether it is still to be read that something was not saved: the same words may be said of this Save, too. */
function saysUnsaved(view: View): boolean {
  return [...view.context.memory.sayings.values()].some(({ verdict }) => {
    const reads = verdict?.says === 'failed' ? factsOf(view.site, verdict.step)?.reads : undefined;
    return reads === 'save' || reads === 'ticks';
  });
}

/** Whether groups are ticked, and their ticks saved. */
export function readTicking(view: View, facts: TicksFacts, step: StepFacts['step'], target: Match): StepReading {
  const { memory } = view.context;
  if (!showsTicks(view, facts)) {
    const left = memory.savedTicks !== null && memory.savedTicks !== '' && memory.presses.has(step);
    return left && !memory.failed.has(step) ? done(target) : open(target, { stage: 'open-tab' });
  }
  const { first, ticked } = readTicks(view, facts);
  const now = ticked.join('|');
  if (first && memory.savedTicks === null) memory.savedTicks = now;
  if (ticked.length === 0) return open(target, { stage: 'tick' });
  if (now !== memory.savedTicks && isSaved(view, facts, step)) memory.savedTicks = now;
  return now === memory.savedTicks ? done(target) : open(saveOfTicks(view, facts), { stage: 'save' });
}

/** Ticks that the page has taken: it says so, or no longer offers to save them. */
function isSaved(view: View, facts: TicksFacts, step: StepFacts['step']): boolean {
  const save = saveOfTicks(view, facts);
  if (view.dialog !== null) return false;
  const { memory } = view.context;
  if (memory.succeeded.has(step) || isQuiet(view, step, save)) return true;
  const wasOffered = memory.offered.get(facts.save) === true;
  // Of a press of the assistant's own it is known when it was: until then a page without the button may be at work.
  if (save.is === 'missing' && memory.presses.has(step)) return false;
  memory.offered.set(facts.save, save.is !== 'missing');
  return wasOffered && save.is === 'missing';
}
