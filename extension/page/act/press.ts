import type { Hindrance } from '../../../shared/setup/hindrances.ts';
import { isOfAssistant, type PageContext } from '../context.ts';
import { isDestructive } from '../find/destructive.ts';
import { composedParent, containsComposed, labelsOf } from '../find/composed.ts';
import { accessibleName } from '../find/naming.ts';
import { isDisabled } from '../find/state.ts';
import { normalise } from '../find/text.ts';
import { isStyledToggle, isToggleShown } from '../find/styled-toggle.ts';
import { waitFor } from '../watch/wait-for.ts';
import { nextFrame } from './time.ts';

/** A press that takes the page longer than this was held by a question of the browser's; nobody answers one faster. */
const ASKED_MS = 300;

/** Said of what the page took away or drew anew, as its word for the admin is. */
const GONE: Hindrance = 'gone';

/** Why an element is not touched at this moment, or null when it may be. */
export function hindrance(element: Element, context: PageContext): string | null {
  if (!element.isConnected) return GONE;
  if (isDisabled(element)) return 'disabled';
  if (!isToggleShown(element, context.layout)) return 'hidden';
  return null;
}

/** Finds the element that is to be pressed anew; null when it is not certain any more. */
export type FindAgain = () => Element | null;

/**
 * How long what is to be pressed may be away, or under something, in milliseconds: messages of a page go by themselves,
 * mostly, and a page that is drawn anew shows it again.
 */
const PASSES_WITHIN_MS = 2500;

/** It was pressed, or why it will not be. */
type Attempt = { hindered: string | null };

/**
 * Presses an element as a pointer does: the whole row of events, since some menus open on `pointerdown` and some
 * buttons answer only to `click`. What is pressed is what is found once it was scrolled to, in whichever element the page
 * draws it then: between finding and pressing the page has no turn. Answers what was in the way, or null when it was
 * pressed. What takes something away is never pressed, beyond what is `meant`: a setting turned off.
 */
export async function press(
  element: Element,
  context: PageContext,
  findAgain: FindAgain,
  meant?: RegExp,
): Promise<string | null> {
  const early = unpressable(element, context, meant);
  // One that the page has drawn anew since is found again.
  if (early && early !== GONE) return early;
  scrollTo(element);
  // A list may draw its rows anew, or put other entries into them, for its being scrolled.
  await nextFrame(element);
  let passing: string = GONE;
  const attempt = (): Attempt | null => {
    const target = findAgain();
    const hindered = target && unpressable(target, context, meant);
    if (hindered) return { hindered };
    const isThere = target !== null && !scrollTo(target);
    passing = isThere ? 'covered' : GONE;
    if (!isThere || isCovered(target, context)) return null;
    const before = performance.now();
    sendPointer(target);
    context.memory.held = performance.now() - before > ASKED_MS;
    return { hindered: null };
  };
  const attempted = await waitFor(context.document, attempt, { deadlineMs: PASSES_WITHIN_MS });
  return attempted ? attempted.hindered : passing;
}

/** What a page that is zoomed may round differently each time, in CSS pixels. */
const ROUNDED = 1;

/** Brings an element into the middle of what is shown; answers whether anything had to be scrolled for it. */
function scrollTo(element: Element): boolean {
  const before = element.getBoundingClientRect();
  element.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
  const after = element.getBoundingClientRect();
  return Math.abs(after.top - before.top) > ROUNDED || Math.abs(after.left - before.left) > ROUNDED;
}

function unpressable(element: Element, context: PageContext, meant?: RegExp): string | null {
  return takesAway(element, meant) ? 'destructive' : hindrance(element, context);
}

/** Whether anything that an element says of itself tells that it takes something away, whatever clue it was found by. */
function takesAway(element: Element, meant?: RegExp): boolean {
  const own = 'value' in element && element.tagName !== 'LI' ? String(element.value) : '';
  const said = [accessibleName(element), element.textContent, element.getAttribute('title'), own];
  return said.some((text) => text !== null && isDestructive(meant ? normalise(text).replace(meant, '') : text));
}

/** Whether something of the page lies over an element; of a drawn toggle, over what people see of it. */
function isCovered(element: Element, context: PageContext): boolean {
  const { layout } = context;
  const parent = composedParent(element);
  const drawn = isStyledToggle(element) ? [element, ...labelsOf(element), ...(parent ? [parent] : [])] : [element];
  const shown = drawn.find((one) => layout.isVisible(one)) ?? element;
  const over = layout.covering(shown);
  if (!over || isOfAssistant(over, context)) return false;
  return !drawn.some((one) => containsComposed(one, over));
}

function sendPointer(element: Element): void {
  const box = element.getBoundingClientRect();
  const at = {
    bubbles: true,
    cancelable: true,
    composed: true,
    clientX: box.left + box.width / 2,
    clientY: box.top + box.height / 2,
    button: 0,
  };
  const pointer = { ...at, pointerId: 1, pointerType: 'mouse', isPrimary: true };
  element.dispatchEvent(new PointerEvent('pointerover', pointer));
  element.dispatchEvent(new PointerEvent('pointerdown', { ...pointer, buttons: 1 }));
  element.dispatchEvent(new MouseEvent('mousedown', { ...at, buttons: 1 }));
  if ('focus' in element && typeof element.focus === 'function')
    (element as HTMLElement).focus({ preventScroll: true });
  element.dispatchEvent(new PointerEvent('pointerup', pointer));
  element.dispatchEvent(new MouseEvent('mouseup', at));
  if ('click' in element && typeof element.click === 'function') (element as HTMLElement).click();
  else element.dispatchEvent(new MouseEvent('click', at));
}
