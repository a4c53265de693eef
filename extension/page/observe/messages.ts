import type { PageVerdict } from '../../../shared/setup/observation.ts';
import type { StepId } from '../../../shared/setup/steps.ts';
import { areaOf } from '../find/area.ts';
import type { Seen } from '../find/scan.ts';
import { leavesIn, spansIn, within } from '../find/spans.ts';
import { normalise } from '../find/text.ts';
import type { Saying } from '../memory.ts';
import type { View } from '../view.ts';
import { isOutspoken } from './outspoken.ts';
import { toldBy } from './told.ts';

/** A message has few pieces and little text; what has more is a part of the page. */
const MOST_PIECES = 8;
const LONGEST = 260;

/** What only ever announces something, as opposed to what may also be a hint. */
const LOUD = /toast|snack|notif|alert|banner/i;
const LOUD_ROLES = '[role=alert], [role=status], [role=alertdialog], [aria-live=assertive], [aria-live=polite]';

/** What the messages that the page shows now say of the presses; each keeps its id for as long as it is shown. */
export function readMessages(view: View): PageVerdict[] {
  const { memory } = view.context;
  const found = speaking(view);
  const now = new Map<Element, Saying>();
  const verdicts: PageVerdict[] = [];
  for (const message of found) {
    const known = memory.sayings.get(message.element);
    const same = known?.text === message.text ? known : carriedOver(view, message.text, found);
    const saying = { ...(same ?? newSaying(view, message)), beside: besideOf(view, message.element) };
    now.set(message.element, saying);
    if (saying.verdict && !isOutdated(view, saying)) verdicts.push(saying.verdict);
  }
  memory.sayings = now;
  return verdicts;
}

/** What was said before the step was pressed again, and is still to be read, is no answer to the new press. */
function isOutdated(view: View, { at, verdict }: Saying): boolean {
  const pressed = verdict && view.context.memory.presses.get(verdict.step);
  return typeof pressed === 'number' && at < pressed;
}

/**
 * A page that was drawn again shows the same message in a new element. After a press the same words may be the answer to
 * it, in the earlier message's place: unless they were said of another step, or what stands beside them was drawn again, too.
 */
function carriedOver(view: View, text: string, found: readonly Message[]): Saying | null {
  const [step, pressed] = lastPress(view);
  for (const [element, saying] of view.context.memory.sayings) {
    if (saying.text !== text || element.isConnected || found.some((other) => other.element === element)) continue;
    const isAnswer = saying.at <= pressed && saying.verdict?.step === step && saying.beside?.isConnected !== false;
    if (!isAnswer) return saying;
  }
  return null;
}

function lastPress(view: View): [step: StepId | null, at: number] {
  const presses = [...view.context.memory.presses];
  return presses.sort(([, one], [, other]) => other - one)[0] ?? [null, -1];
}

/** The button before a message, else the first of the page: it lives as long as the part of the page that is drawn as one. */
function besideOf(view: View, element: Element): Element | null {
  const { spans, pressables } = view.scan;
  const start = spans.get(element)?.start ?? 0;
  return (pressables.findLast((button) => button.end <= start) ?? pressables[0])?.element ?? null;
}

type Message = { element: Element; text: string; raw: string };

function newSaying(view: View, { text, raw }: Message): Omit<Saying, 'beside'> {
  const told = toldBy(view, text);
  const id = `message-${++view.context.memory.count}`;
  const at = performance.now();
  return { text, at, verdict: told && { ...told, message: raw.slice(0, 200), id } };
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
    if (leaf.concealed || !isOutspoken(leaf.text) || leaf.text.length > LONGEST) continue;
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
  const leaves = leavesIn(scan.leaves, speaker, MOST_PIECES + 1);
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
  if (!loud && !isOutspoken(text)) return null;
  if (!context.layout.isVisible(speaker.element) || areaOf(speaker.element, scan) === 'nav') return null;
  return { element: speaker.element, text, raw };
}
