import type { PageResult } from '../../../shared/setup/commands.ts';
import { KEY_DAMAGED, NO_KEY } from '../../../shared/setup/key-notes.ts';
import type { Hindrance } from '../../../shared/setup/hindrances.ts';
import type { StepId } from '../../../shared/setup/steps.ts';
import type { PageContext } from '../context.ts';
import { closestComposed } from '../find/composed.ts';
import { isForbidden } from '../find/destructive.ts';
import { fits, pointedTo, storeKey } from '../find/pointed.ts';
import { pointedKey } from '../find/pointed-key.ts';
import { accessibleName } from '../find/naming.ts';
import type { Control, SiteFacts, StepFacts } from '../find/types.ts';
import { factsOf, look, matchOf } from '../view.ts';
import { isThere } from '../find/decide.ts';
import { ok, refused } from './result.ts';

/** How long a person is given to click, in milliseconds. */
const PATIENCE_MS = 60_000;

/** Said of what was clicked and cannot be the control. */
const NOT_IT: Hindrance = 'not-it';

/** A text that may be a key. */
const UNBROKEN = /^[!-~]{20,}$/;

const PRESSABLE =
  'button, a, summary, [role=button], [role=tab], [role=link], [role=menuitem], [role=switch], [role=radio], label';
const FIELD = 'input, textarea, [role=textbox]';

/**
 * Lets the admin click the step's control on the page: the click is taken, not passed on, and a selector of what was
 * clicked is kept. A key that is shown is handed over instead, and nothing of it is kept. Only a click of a person
 * counts. Escape gives up, and so does the panel's button.
 */
export async function pointAt(site: SiteFacts, step: StepId, context: PageContext): Promise<PageResult> {
  const control = controlOf(site, step, context);
  if (!control) return refused('target-missing', 'nothing to point at in this step');
  const clicked = await nextClick(context);
  if (!clicked) return refused('target-missing', 'nothing was pointed at');
  if (factsOf(site, step)?.reads !== 'value') return keep(site, control, clicked, context);
  const shown = pointedKey(fieldIn(clicked) ?? clicked, context.layout);
  if (shown.is === 'key') return ok({ secret: shown.key });
  if (shown.is === 'damaged') return refused('key-not-seen', KEY_DAMAGED);
  // Not the key, so perhaps the button that shows it.
  return closestComposed(clicked, PRESSABLE) ? keep(site, control, clicked, context) : refused('key-not-seen', NO_KEY);
}

/** Keeps what was clicked for a control, if it may be one at all. */
async function keep(site: SiteFacts, control: Control, clicked: Element, context: PageContext): Promise<PageResult> {
  const element =
    control.kind === 'field' ? (fieldIn(clicked) ?? clicked) : (closestComposed(clicked, PRESSABLE) ?? clicked);
  if (!fits(control, element)) return refused('target-missing', NOT_IT);
  if (isForbidden(control, accessibleName(element) ?? element.textContent)) {
    return refused('target-missing', NOT_IT);
  }
  // What was clicked is kept by its name, and a shown key must be kept nowhere.
  if (control.kind !== 'field' && UNBROKEN.test(element.textContent.trim())) return refused('target-missing', NOT_IT);
  await context.pointed.set(storeKey(site, control.id, context), pointedTo(element));
  return ok({ note: accessibleName(element) });
}

function fieldIn(clicked: Element): Element | null {
  const own = clicked.matches(FIELD) ? clicked : null;
  const label = closestComposed(clicked, 'label');
  return own ?? label?.querySelector(FIELD) ?? null;
}

/** The control of a step that a person would show: the first that is not certain. */
function controlOf(site: SiteFacts, step: StepId, context: PageContext): Control | null {
  const facts = factsOf(site, step);
  if (!facts) return null;
  const view = look(site, context);
  const ids = idsOf(facts);
  const wanted =
    ids.find((id) => matchOf(view, id).is === 'ambiguous') ?? ids.find((id) => !isThere(matchOf(view, id)));
  return site.controls.find((control) => control.id === (wanted ?? ids[0])) ?? null;
}

function idsOf(facts: StepFacts): readonly string[] {
  switch (facts.reads) {
    case 'place':
      return facts.via.map((way) => way.control);
    case 'form':
      return [facts.field, facts.submit];
    case 'value':
      return [facts.reveal];
    case 'ticks':
      return [facts.tab, facts.save];
    case 'by-hand':
      return [facts.control, facts.opener];
    case 'field':
    case 'choice':
    case 'switch':
    case 'press':
    case 'save':
      return [facts.control];
  }
}

function nextClick(context: PageContext): Promise<Element | null> {
  const { document, memory } = context;
  memory.stopPointing?.();
  return new Promise((resolve) => {
    const stop = new AbortController();
    const finish = (element: Element | null): void => {
      stop.abort();
      clearTimeout(patience);
      memory.stopPointing = null;
      resolve(element);
    };
    const patience = setTimeout(() => finish(null), PATIENCE_MS);
    memory.stopPointing = () => finish(null);
    const take = (event: Event): void => {
      const path = event.composedPath();
      const target = path[0];
      if (!event.isTrusted || !(target instanceof Element)) return;
      if (path.some((node) => node instanceof Element && context.isOurs(node))) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      if (event.type === 'click') finish(target);
    };
    const options = { capture: true, signal: stop.signal };
    for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click']) {
      document.defaultView?.addEventListener(type, take, options);
    }
    const escape = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') finish(null);
    };
    document.defaultView?.addEventListener('keydown', escape, options);
  });
}
