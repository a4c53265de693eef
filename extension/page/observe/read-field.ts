import { fingerprint } from '../../../shared/fingerprint.ts';
import { MASKED, type Expectations, type StepReading } from '../../../shared/setup/observation.ts';
import { DIALPAD_SCIM_BASE_URL } from '../../../shared/setup/targets.ts';
import { elementOf, isThere } from '../find/decide.ts';
import { isMasked, valueOf } from '../find/state.ts';
import type { FieldFacts } from '../find/types.ts';
import { NOTHING_TOLD } from '../token.ts';
import { matchOf, type View } from '../view.ts';
import { isActive } from './active.ts';
import { mayAskForAddress } from './form.ts';
import { absent, done, open } from './reading.ts';

/** Shown for a token that is not ours: what it is stays in the field. */
const SOME_TOKEN = '••••••••';

/** What a field of the form says. A token never leaves this function but as a comparison of fingerprints. */
export async function readField(
  view: View,
  facts: FieldFacts,
  expectations: Expectations,
): Promise<StepReading | null> {
  const match = matchOf(view, facts.control);
  const others = facts.anchors.filter((anchor) => anchor !== facts.control);
  if (match.is === 'ambiguous') return open(match);
  const element = elementOf(match);
  if (!element) {
    const recognised = others.length > 0 && others.every((anchor) => matchOf(view, anchor).is === 'unique');
    if (facts.holds === 'test-address' && recognised && !mayAskForAddress(view, facts.anchors)) return absent();
    if (facts.holds === 'test-address') return recognised ? open(match) : null;
    return others.some((anchor) => isThere(matchOf(view, anchor))) ? open(match) : null;
  }
  const value = valueOf(element).trim();
  view.context.memory.occupants.set(facts.control, occupant(facts.holds, value));
  if (await holds(facts.holds, value, element, expectations, view)) return done(match);
  return open(match, { occupiedBy: occupant(facts.holds, value), note: isMasked(value) ? MASKED : null });
}

async function holds(
  what: FieldFacts['holds'],
  value: string,
  element: Element,
  expectations: Expectations,
  view: View,
): Promise<boolean> {
  switch (what) {
    case 'base-url':
      return value !== '' && isBaseUrl(value, expectations.baseUrl);
    case 'test-address':
      return expectations.testAddresses.some((address) => address.toLowerCase() === value.toLowerCase());
    case 'token-key':
      return holdsKey(value, element, expectations, view);
  }
}

/** Our server answers with a slash at the end of its Base URL as without one, and pages put it there. */
function isBaseUrl(value: string, expected: string): boolean {
  return value === expected || (value === `${expected}/` && expected !== DIALPAD_SCIM_BASE_URL);
}

async function holdsKey(value: string, element: Element, { keyFingerprint }: Expectations, view: View) {
  const { memory } = view.context;
  if (isMasked(value) || (value === '' && isMasked(element.getAttribute('placeholder') ?? ''))) {
    if (memory.replacing) return wasUpdated(view);
    const isOurs = isMasked(value) && keyFingerprint !== null && memory.tokenFilled.fingerprint === keyFingerprint;
    return isOurs || isActive(view);
  }
  const found = value === '' ? null : await fingerprint(value);
  if (found !== memory.tokenFilled.fingerprint) memory.tokenFilled = NOTHING_TOLD;
  return found !== null && found === keyFingerprint;
}

/** While a key is replaced, a mask stands for the old one until the page has taken the new one. */
function wasUpdated(view: View): boolean {
  const { active } = view.site;
  return active !== null && view.context.memory.succeeded.has(active.activate);
}

/** What is in a field and is not nothing: the value, or that there is some token. */
export function occupant(what: FieldFacts['holds'], value: string): string | null {
  if (value === '' || isMasked(value) || /^https?:\/\/$/.test(value)) return null;
  return what === 'token-key' ? SOME_TOKEN : value.slice(0, 200);
}
