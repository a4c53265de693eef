import type { Expectations, StepReading } from '../../../shared/setup/observation.ts';
import { elementOf, isThere } from '../find/decide.ts';
import { shownValue } from '../find/shown-value.ts';
import { isChosen, isExpanded, opensList } from '../find/state.ts';
import { normalise } from '../find/text.ts';
import type {
  ByHandFacts,
  ChoiceFacts,
  FormFacts,
  Match,
  PlaceFacts,
  PressFacts,
  StepFacts,
  SwitchFacts,
} from '../find/types.ts';
import { choiceBox, choiceSelect, optionsOf } from '../choice.ts';
import { atForm, targetOf, updateOf } from '../target.ts';
import { turnFor, wasPassed } from '../turn.ts';
import { depthOf, matchOf, type View } from '../view.ts';
import { isActive, testPassed } from './active.ts';
import { offTarget, offWords } from '../off-words.ts';
import { mayAskForChoice, mayBeSwitched } from './form.ts';
import { readField } from './read-field.ts';
import { readSave, readTicking } from './read-save.ts';
import { absent, done, isOff, open, saidBy, weaker } from './reading.ts';

/** What the page says of a step, or that it is on another page of the form; null when it cannot speak of it. */
export async function readStep(view: View, facts: StepFacts, expectations: Expectations): Promise<StepReading | null> {
  const own = await readInFront(view, facts, expectations);
  return view.pages && mayBeOnOther(own, facts) ? readTurn(view, facts, own) : own;
}

/** Whether a page of a form that has others leaves open where a step is done. */
function mayBeOnOther(own: StepReading | null, facts: StepFacts): boolean {
  if (facts.reads === 'save') return own?.state === 'absent';
  if (own?.state === 'open') return own.match === 'missing';
  return own?.state !== 'done';
}

function readTurn(view: View, facts: StepFacts, own: StepReading | null): StepReading | null {
  const turn = turnFor(view, facts);
  // Where a page has what groups are for, it has no more pages that would ask for them.
  const isOver = facts.reads === 'switch' && own !== null && turn?.by === view.site.paged?.next;
  if (turn && !isOver) return open(turn.match, { stage: 'turn-page', note: isOff(turn.match) ? 'disabled' : turn.by });
  return own === null && facts.reads === 'field' && wasPassed(view, facts) ? absent() : own;
}

/** What the page in front says of a step, as if it were the only one. */
export async function readInFront(
  view: View,
  facts: StepFacts,
  expectations: Expectations,
): Promise<StepReading | null> {
  if (view.depth < 0 || (view.elsewhere && facts.reads !== 'place' && facts.reads !== 'ticks')) return null;
  switch (facts.reads) {
    case 'place':
      return readPlace(view, facts, targetOf(view, facts));
    case 'field':
      return readField(view, facts, expectations);
    case 'choice':
      return readChoice(view, facts, targetOf(view, facts));
    case 'switch':
      return readSwitch(view, facts);
    case 'press':
      return readPress(view, facts, facts.step);
    case 'save':
      return readSave(view, facts, facts.step);
    case 'form':
      return readForm(view, facts);
    case 'value':
      return readShownValue(view, targetOf(view, facts));
    case 'by-hand':
      return readByHand(view, facts, targetOf(view, facts));
    case 'ticks':
      return readTicking(view, facts, facts.step, targetOf(view, facts));
  }
}

function readPlace(view: View, facts: PlaceFacts, target: Match): StepReading {
  if (view.depth >= depthOf(view.site, facts.at)) return done(target);
  return open(target, wayOf(view, target, facts));
}

/** The control of the way that is to be pressed, and how far it is from the end: what tells one stretch from the others. */
function wayOf(view: View, target: Match, { via }: PlaceFacts): Pick<StepReading, 'note' | 'remaining'> {
  const element = elementOf(target);
  const at = via.findIndex(({ control }) => element !== null && elementOf(matchOf(view, control)) === element);
  return { note: via[at]?.control ?? null, remaining: at < 0 ? null : at };
}

function readChoice(view: View, facts: ChoiceFacts & StepFacts, target: Match): StepReading | null {
  if (!atForm(view, facts.anchors)) return null;
  const select = choiceSelect(view, facts);
  if (select) {
    const chosen = optionsOf(select).find((option) => option.selected);
    return chosen && facts.label.test(normalise(chosen.text)) ? done(target) : open(target);
  }
  const box = choiceBox(view, facts);
  if (box) return box.isWanted ? done(target) : open(target);
  const wanted = elementOf(matchOf(view, facts.control));
  const other = elementOf(matchOf(view, facts.other));
  if (!wanted && !other) return readFixedChoice(view, facts);
  if (wanted && opensList(wanted)) return done(target);
  if (wanted && !other && !hasText(view, facts.otherLabel)) return done(target, 'the only choice');
  if (wanted && isChosen(wanted) === true) return done(target);
  const told = (wanted && isChosen(wanted)) ?? (other && isChosen(other));
  if (told === null && view.context.memory.presses.has(facts.step)) return done(target);
  return open(target);
}

function readFixedChoice(view: View, facts: ChoiceFacts): StepReading | null {
  if (hasText(view, facts.otherLabel)) return null;
  if (hasText(view, facts.label)) {
    return { ...done({ is: 'missing', disabled: null, behind: null }), note: 'the only choice' };
  }
  const anchored = facts.anchors.every((anchor) => isThere(matchOf(view, anchor)));
  // The choice stands with the fields: a page of the form without them has none of it to show.
  if (view.pages && !facts.anchors.some((anchor) => isThere(matchOf(view, anchor)))) return null;
  return (anchored || !mayAskForChoice(view, facts.anchors)) && view.dialog === null ? absent() : null;
}

function hasText(view: View, pattern: RegExp): boolean {
  return view.scan.leaves.some(
    (leaf) => pattern.test(leaf.text.replace(/^scim version:? /, '')) && view.context.layout.isVisible(leaf.element),
  );
}

function readSwitch(view: View, facts: SwitchFacts): StepReading | null {
  if (!atForm(view, facts.anchors)) return null;
  const control = matchOf(view, facts.control);
  if (control.is === 'ambiguous') return open(control);
  const element = elementOf(control);
  if (element) return isChosen(element) === false ? done(control) : open(control);
  if (!testPassed(view, facts.after) || view.dialog !== null) return null;
  // A form of several pages has it where it has what it is for.
  if (!facts.beside.some((control) => isThere(matchOf(view, control)))) return null;
  const words = offWords(view, facts);
  if (words.length > 0)
    return words.every(({ is }) => is === 'off') ? done(offTarget(view, facts)) : open(offTarget(view, facts));
  const opener = matchOf(view, facts.opener);
  if (opener.is === 'unique' && isExpanded(opener.element) !== true) return open(opener);
  return mayBeSwitched(view, facts.anchors, facts.about) ? open(control) : absent();
}

/** Done when the field that it frees can be changed; a page that lets it be changed as it is does not need the step. */
function readByHand(view: View, facts: ByHandFacts, target: Match): StepReading | null {
  const field = matchOf(view, facts.frees);
  const isLocked = field.is === 'missing' && field.disabled !== null;
  if (isLocked) return open(target);
  if (field.is !== 'unique') return null;
  return isThere(matchOf(view, facts.unless)) ? absent() : done(field);
}

function readPress(view: View, facts: PressFacts, step: StepFacts['step']): StepReading | null {
  const update = updateOf(view, facts);
  const succeeded = view.context.memory.succeeded.has(step);
  if (update) return succeeded ? done(update) : openButton(update);
  const button = matchOf(view, facts.control);
  if (isUpdatedInstead(view, facts) && !isThere(button)) return absent();
  if (isThere(button) && atForm(view, facts.anchors)) return openButton(button);
  const isSettled = facts.vanishesUnless !== null && isActive(view) && !view.context.memory.replacing;
  if (succeeded || isSettled) return done(button);
  if (facts.appears !== null && isThere(matchOf(view, facts.appears))) return null;
  return atForm(view, facts.anchors) ? open(button) : null;
}

function openButton(button: Match): StepReading {
  return open(button, { button: saidBy(button), note: isOff(button) ? 'disabled' : null });
}

/** Whether the step that this one leads to is an update on this page, which needs nothing before it. */
function isUpdatedInstead(view: View, facts: PressFacts): boolean {
  const next = view.site.steps.find((other) => other.reads === 'press' && other.control === facts.appears);
  return next?.reads === 'press' && updateOf(view, next) !== null;
}

function readForm(view: View, facts: FormFacts): StepReading | null {
  const field = matchOf(view, facts.field);
  if (view.depth >= depthOf(view.site, facts.shownAt)) return done(field);
  if (view.place !== facts.at) return null;
  const submit = matchOf(view, facts.submit);
  // A form that enables its button only once the name is there is as certain as one that does not.
  const disabled = submit.is === 'missing' ? submit.disabled : null;
  return open(disabled ? field : weaker(field, submit));
}

function readShownValue(view: View, target: Match): StepReading | null {
  if (target.is === 'ambiguous') return open(target);
  const shown = shownValue(view.scan, view.matches, view.context);
  return shown ? open(target) : null;
}
