import { areaOf } from './area.ts';
import { elementOf } from './decide.ts';
import { ownText } from './naming.ts';
import type { Scene } from './places.ts';
import { storeKey } from './pointed.ts';
import type { Seen } from './scan.ts';
import type { PlaceSign } from './types.ts';

/** Longer is no name; in characters. */
const LONGEST_TITLE = 60;

/** Bold letters stand out as letters do that are higher by so much; in CSS pixels. */
const BOLD = 3;

const FIRST_LEVEL = 'h1, [role=heading][aria-level="1"]';

/** Whether the title of what is open, above its tabs or its form, is the name of something else. */
export function isTitledOther(sign: NonNullable<PlaceSign['titledOther']>, scene: Scene): boolean {
  const { site, scan, context } = scene;
  const below = firstOf(sign.above, scene);
  if (!below || context.pointed.get(storeKey(site, sign.unlessPointed, context)) !== null) return false;
  // What is said below, by a help panel for one, is not this application's name.
  const isOwn = scan.leaves.some(
    (leaf) => leaf.at < below.start && sign.own.test(leaf.text) && areaOf(leaf.element, scan) === 'content',
  );
  if (isOwn) return false;
  const heading = scan.headings.find(
    ({ element, end }) => element.matches(FIRST_LEVEL) && end < below.start && context.layout.isVisible(element),
  );
  const text = heading ? ownText(heading, scan) : (largestAbove(below, scene) ?? '');
  return text !== '' && text.length <= LONGEST_TITLE && !sign.own.test(text) && !sign.neutral.test(text);
}

/** The first of those controls, in the page's order. */
function firstOf(controls: readonly string[], { scan, matches }: Scene): Seen | null {
  const found = controls.flatMap((id) => {
    const element = elementOf(matches.get(id));
    const span = element && scan.spans.get(element);
    return element && span ? [{ ...span, element, concealed: false }] : [];
  });
  return found.sort((one, other) => one.start - other.start)[0] ?? null;
}

/** The text that stands out most above a control: a page without a heading has its title in letters larger or bolder than others. */
function largestAbove(below: Seen, { scan, context }: Scene): string | null {
  const { layout } = context;
  const usual = layout.lettersOf(below.element);
  let title: { text: string; size: number } | null = null;
  for (const { at, element, text, pressable, concealed } of scan.leaves) {
    if (at > below.start) break;
    if (pressable || concealed || text === '') continue;
    const { height, bold } = layout.lettersOf(element);
    const size = height + (bold ? BOLD : 0);
    if (height < usual.height || size <= usual.height || size <= (title?.size ?? 0)) continue;
    if (areaOf(element, scan) === 'content' && layout.isVisible(element)) title = { text, size };
  }
  return title?.text ?? null;
}
