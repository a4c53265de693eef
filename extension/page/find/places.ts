import type { PageContext } from '../context.ts';
import { areaOf } from './area.ts';
import { elementOf, isThere } from './decide.ts';
import { ownText } from './naming.ts';
import type { Scan } from './scan.ts';
import { shownValue } from './shown-value.ts';
import { isTitledOther } from './titled-other.ts';
import { isOddOneOut, isPlainBeside } from './siblings.ts';
import { isChosen, isExpanded } from './state.ts';
import { spelledSet } from './text.ts';
import type { Match, Place, PlaceSign, SiteFacts } from './types.ts';

/** What a sign is compared with. */
export type Scene = { site: SiteFacts; scan: Scan; matches: ReadonlyMap<string, Match>; context: PageContext };

/** The deepest place of which a sign holds, or null when the screen is not one that we know. */
export function recognise(scene: Scene): Place | null {
  const { places } = scene.site;
  const found = (place: Place): boolean => place.signs.some((sign) => holds(sign, scene));
  return places.find((place) => place.elsewhere && found(place)) ?? places.findLast(found) ?? null;
}

/** Whether all clues of a sign are there. */
export function holds(sign: PlaceSign, scene: Scene): boolean {
  const { matches, context } = scene;
  if (sign.url && !sign.url.test(context.document.location.href)) return false;
  if (sign.controls?.some((id) => !isThere(matches.get(id)))) return false;
  if (sign.without?.some((id) => isThere(matches.get(id)))) return false;
  if (sign.selected !== undefined) {
    const element = elementOf(matches.get(sign.selected));
    if (!element || isChosen(element) !== true) return false;
  }
  if (sign.shownTab !== undefined) {
    const element = elementOf(matches.get(sign.shownTab));
    if (!element || !isShownTab(element)) return false;
  }
  if (sign.plainTab && !showsPlainTab(sign.plainTab, scene)) return false;
  if (sign.title && !isTitled(sign.title, scene)) return false;
  if (sign.heading && !showsHeading(sign.heading, scene)) return false;
  if (sign.text && !showsText(sign.text, scene)) return false;
  if (sign.shows && !shownValue(scene.scan, matches, context)?.fresh) return false;
  if (sign.titledOther && !isTitledOther(sign.titledOther, scene)) return false;
  return !sign.pattern || showsPattern(sign.pattern, scene);
}

/**
 * Whether a tab is the one shown: it says so, or heads a section that is open, or, where none says anything, it alone is
 * dressed otherwise.
 */
function isShownTab(element: Element): boolean {
  const told = isChosen(element) ?? isExpanded(element);
  return told === null ? isOddOneOut(element) : told;
}

function showsPlainTab(
  { texts, beside }: NonNullable<PlaceSign['plainTab']>,
  { scan, matches, context }: Scene,
): boolean {
  const other = elementOf(matches.get(beside));
  if (!other) return false;
  const wanted = spelledSet(texts);
  return scan.leaves.some(
    (leaf) =>
      wanted.has(leaf.text) &&
      !leaf.pressable &&
      !leaf.concealed &&
      isPlainBeside(leaf.element, other) &&
      context.layout.isVisible(leaf.element),
  );
}

/** Cards repeat the names of other places; the first heading of the content names this one. */
function isTitled(texts: readonly string[], { scan, context }: Scene): boolean {
  const wanted = spelledSet(texts);
  const title = scan.headings.find(
    (heading) =>
      ownText(heading, scan) !== '' &&
      context.layout.isVisible(heading.element) &&
      areaOf(heading.element, scan) === 'content',
  );
  return title !== undefined && wanted.has(ownText(title, scan));
}

function showsHeading(texts: readonly string[], { scan, context }: Scene): boolean {
  const wanted = spelledSet(texts);
  return scan.headings.some(
    (heading) =>
      wanted.has(ownText(heading, scan)) &&
      context.layout.isVisible(heading.element) &&
      areaOf(heading.element, scan) === 'content',
  );
}

function showsText(texts: readonly string[], { scan, context }: Scene): boolean {
  const wanted = spelledSet(texts);
  return scan.leaves.some((leaf) => wanted.has(leaf.text) && context.layout.isVisible(leaf.element));
}

function showsPattern(pattern: RegExp, { scan, context }: Scene): boolean {
  return scan.leaves.some(
    (leaf) => pattern.test(leaf.text) && !leaf.concealed && context.layout.isVisible(leaf.element),
  );
}
