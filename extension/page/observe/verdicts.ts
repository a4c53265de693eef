import type { PageVerdict } from '../../../shared/setup/observation.ts';
import type { StepId } from '../../../shared/setup/steps.ts';
import { areaOf } from '../find/area.ts';
import { isThere } from '../find/decide.ts';
import type { Seen } from '../find/scan.ts';
import { leavesIn, spansIn, within } from '../find/spans.ts';
import { normalise } from '../find/text.ts';
import type { PressFacts, Sayings, StepFacts } from '../find/types.ts';
import { isMasked, valueOf } from '../find/state.ts';
import { elementOf } from '../find/decide.ts';
import type { Saying } from '../memory.ts';
import { matchOf, type View } from '../view.ts';
import { isActive } from './active.ts';

/** A message has few pieces and little text; what has more is a part of the page. */
const MOST_PIECES = 8;
const LONGEST = 260;

/** What only ever announces something, as opposed to what may also be a hint. */
const LOUD = /toast|snack|notif|alert|banner/i;
const LOUD_ROLES = '[role=alert], [role=status], [role=alertdialog], [aria-live=assertive], [aria-live=polite]';

/** Wordings that are an outcome wherever they stand. */
const OUTSPOKEN =
  /there was a problem|(test|connection|activation|verification|request)( has| was)? (failed|succeeded|successful|unsuccessful|passed|verified)|successfully|failed to|(unable|not able) to (connect|verify|activate|reach|test)|(could not|couldn.t|cannot) (connect|verify|activate|reach|test|be )|something went wrong|an error occurred|erfolgreich|fehlgeschlagen|reussi|echec|probleme|con exito|hubo un problema|es gab ein problem|問題が発生|失敗しました|成功しました/;

const BUSY = '[aria-busy=true], [role=progressbar], [class*=spinner i], [class*=loading i]';

type Speaking = StepFacts & { says: Sayings };

/** What the page says came of the presses: its messages, controls that appeared, controls that went away. */
export function readVerdicts(view: View): PageVerdict[] {
  const verdicts = [...messages(view), ...transitions(view)];
  const { memory } = view.context;
  for (const { step, says } of verdicts) {
    if (says === 'succeeded') memory.succeeded.add(step);
    if (says === 'failed') {
      memory.failed.add(step);
      memory.succeeded.delete(step);
    }
  }
  return verdicts;
}

function messages(view: View): PageVerdict[] {
  const { memory } = view.context;
  const found = speaking(view);
  const still = new Map<Element, string>();
  const verdicts: PageVerdict[] = [];
  for (const message of found) {
    const known = memory.sayings.get(message.element);
    const same = known?.text === message.text ? known : carriedOver(view, message.text, found);
    const saying = same ?? newSaying(view, message);
    if (!saying) continue;
    still.set(message.element, message.text);
    memory.sayings.set(message.element, saying);
    if (saying.verdict && !isOutdated(view, saying)) verdicts.push(saying.verdict);
  }
  for (const element of memory.sayings.keys()) if (!still.has(element)) memory.sayings.delete(element);
  return verdicts;
}

/** What was said before the step was pressed again, and is still to be read, is no answer to the new press. */
function isOutdated(view: View, { at, verdict }: Saying): boolean {
  const pressed = verdict && view.context.memory.presses.get(verdict.step);
  return typeof pressed === 'number' && at < pressed;
}

/** A page that was drawn again shows the same message in a new element; unless something was pressed since. */
function carriedOver(view: View, text: string, found: readonly Message[]): Saying | null {
  const lastPress = Math.max(-1, ...view.context.memory.presses.values());
  for (const [element, saying] of view.context.memory.sayings) {
    if (saying.text !== text || element.isConnected || found.some((other) => other.element === element)) continue;
    if (saying.at > lastPress) return saying;
  }
  return null;
}

type Message = { element: Element; text: string; raw: string };

function newSaying(view: View, { text, raw }: Message): Saying | null {
  const facts = spokenOf(view, text);
  const id = `message-${++view.context.memory.count}`;
  const at = performance.now();
  const says = facts && outcome(facts.says, text);
  if (!facts || !says) return { text, at, verdict: null };
  return { text, at, verdict: { step: facts.step, says, message: raw.slice(0, 200), id } };
}

function outcome(says: Sayings, text: string): PageVerdict['says'] | null {
  if (says.failed.test(text)) return 'failed';
  return says.succeeded.test(text) ? 'succeeded' : null;
}

/** Which step a message speaks of: the one just pressed and not yet answered, else the one that its words are about. */
function spokenOf(view: View, text: string): Speaking | null {
  const { memory, site } = { ...view.context, site: view.site };
  const speakers = site.steps.filter((facts): facts is Speaking => 'says' in facts);
  const pending = speakers
    .filter(
      (facts) => memory.presses.has(facts.step) && !memory.succeeded.has(facts.step) && !memory.failed.has(facts.step),
    )
    .sort((one, other) => (memory.presses.get(other.step) ?? 0) - (memory.presses.get(one.step) ?? 0))[0];
  if (pending) return pending;
  // "Saved" is said of the groups only where they are.
  const mayMean = (facts: Speaking): boolean => facts.reads !== 'ticks' || view.place === facts.at;
  const about = speakers.filter((facts) => facts.says.about.test(text) && mayMean(facts));
  const last = speakers.filter((facts) => memory.presses.has(facts.step)).at(-1);
  return about.at(-1) ?? last ?? speakers.find((facts) => facts.reads === 'press') ?? null;
}

/** All that the page says aloud now. */
function speaking(view: View): Message[] {
  const { scan, context } = view;
  const messages: Message[] = [];
  const taken: Seen[] = [];
  for (const speaker of [...scan.speakers].sort((one, other) => other.start - one.start)) {
    const message = spokenBy(speaker, view);
    if (!message || taken.some((inner) => within(speaker, inner))) continue;
    taken.push(speaker);
    messages.push(message);
  }
  for (const leaf of scan.leaves) {
    if (leaf.concealed || !OUTSPOKEN.test(leaf.text) || leaf.text.length > LONGEST) continue;
    const point = { start: leaf.at, end: leaf.at };
    if (taken.some((speaker) => within(speaker, point)) || scan.pressables.some((button) => within(button, point)))
      continue;
    if (!context.layout.isVisible(leaf.element)) continue;
    messages.push({ element: leaf.element, text: leaf.text, raw: leaf.raw });
  }
  return messages;
}

function spokenBy(speaker: Seen, view: View): Message | null {
  const { scan, context } = view;
  if (speaker.concealed) return null;
  const leaves = leavesIn(scan.leaves, speaker);
  if (leaves.length === 0 || leaves.length > MOST_PIECES) return null;
  if (spansIn(scan.fields, speaker).next().done === false) return null;
  const raw = leaves
    .filter((leaf) => !leaf.pressable)
    .map((leaf) => leaf.raw)
    .join(' ');
  const text = normalise(raw);
  if (text.length < 4 || text.length > LONGEST) return null;
  const hooks = `${speaker.element.getAttribute('class') ?? ''} ${speaker.element.getAttribute('data-qa') ?? ''}`;
  const loud = LOUD.test(hooks) || speaker.element.matches(LOUD_ROLES);
  if (!loud && !OUTSPOKEN.test(text)) return null;
  if (!context.layout.isVisible(speaker.element) || areaOf(speaker.element, scan) === 'nav') return null;
  return { element: speaker.element, text, raw };
}

function transitions(view: View): PageVerdict[] {
  const { memory } = view.context;
  for (const facts of view.site.steps) if (facts.reads === 'press') watchTransition(view, facts, facts.step);
  for (const facts of view.site.steps) {
    if (facts.reads === 'press' && isThere(firstAnchor(view, facts))) remember(view, facts);
  }
  return [...memory.transitions].map(([step, { id, message }]) => ({ step, says: 'succeeded', message, id }));
}

function watchTransition(view: View, facts: PressFacts, step: StepId): void {
  const { memory } = view.context;
  if (view.dialog !== null) return;
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
