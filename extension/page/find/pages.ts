import { composedParent } from './composed.ts';
import { elementOf, isThere } from './decide.ts';
import { common } from './nearest.ts';
import { holds, type Scene } from './places.ts';
import { leavesIn, spansIn, type Span } from './spans.ts';
import type { Match, PagedFormFacts, Place } from './types.ts';

/** What turns to the next page of a form, and back; missing where the form's page has none that is certain. */
export type FormPages = { next: Match; back: Match };

const MISSING: Match = { is: 'missing', disabled: null, behind: null };

/** What turns the pages of lists, of pictures and of months. */
const PAGER = /pag(er|inat|ing)|carousel|slider|slides|swiper|slick|calendar|date-?picker|gallery/i;
/** What stands beside it: how much of a list is shown. */
const OF_PAGER = /^\d+ ?-+ ?\d+|\b(page|seite|pagina) \d|ページ/;
/** Such surroundings have no more pieces of text. */
const MOST_PIECES = 14;

/** What turns the pages of the form that is shown; null where the page shows no such form, or all of it. */
export function pagesOf(place: Place | null, scene: Scene): FormPages | null {
  const { paged } = scene.site;
  if (!paged || (place?.id !== paged.at && place?.id !== paged.form)) return null;
  const controls = controlsInSight(scene);
  const { memory } = scene.context;
  const isForm = place.id === paged.form || memory.paged;
  if (!isForm && (controls.length === 0 || !paged.shown.some((sign) => holds(sign, scene)))) return null;
  const pages = turnersBeside(controls, paged, scene);
  return isThere(pages.next) || isThere(pages.back) ? pages : null;
}

/** The controls of the form's steps that the page shows. */
function controlsInSight({ site, matches }: Scene): Element[] {
  const names = site.steps.flatMap((facts) =>
    'anchors' in facts ? [facts.control, ...('other' in facts ? [facts.other] : [])] : [],
  );
  return names.flatMap((name) => elementOf(matches.get(name)) ?? []);
}

/** The one that stands with the form's controls, or, where its page has none, with what turns the other way. */
function turnersBeside(controls: readonly Element[], paged: PagedFormFacts, scene: Scene): FormPages {
  const { matches, scan } = scene;
  const beside = (other: string): readonly Element[] =>
    controls.length > 0 ? controls : [elementOf(matches.get(other)) ?? []].flat();
  const next: Belongs = (own, anchor) => anchor.end < own.start;
  // A link out of the application has a heading between itself and the form.
  const back: Belongs = (own, anchor) => !scan.headings.some((heading) => isBetween(heading, own, anchor));
  return {
    next: turner(paged.next, { paged, anchors: beside(paged.back), stands: next }, scene),
    back: turner(paged.back, { paged, anchors: beside(paged.next), stands: back }, scene),
  };
}

type Belongs = (turner: Span, anchor: Span) => boolean;
type Form = { paged: PagedFormFacts; anchors: readonly Element[]; stands: Belongs };

function turner(id: string, form: Form, scene: Scene): Match {
  const match = scene.matches.get(id) ?? MISSING;
  if (match.is === 'ambiguous') {
    const [only, ...others] = match.candidates.filter(({ element }) => isOfForm(element, form, scene));
    return only && others.length === 0 ? { ...only, is: 'unique' } : MISSING;
  }
  const element = elementOf(match);
  return element && isOfForm(element, form, scene) ? match : MISSING;
}

/** Whether it turns the pages of the form of those controls, and of nothing between or beside them. */
function isOfForm(element: Element, { paged, anchors, stands }: Form, scene: Scene): boolean {
  const { spans, headings } = scene.scan;
  const own = spans.get(element);
  const near = anchors
    .filter((anchor) => anchor !== element)
    .map((anchor) => ({ anchor: spans.get(anchor), ...common(element, anchor) }))
    .sort((one, other) => other.depth - one.depth)
    .find(({ anchor }) => own && anchor && stands(own, anchor));
  if (!own || !near?.anchor) return false;
  const { anchor, depth, element: around } = near;
  const tab = elementOf(scene.matches.get(paged.tab));
  const tabs = tab && spans.get(tab);
  if (tabs && isBetween(tabs, own, anchor)) return false;
  // What a heading heads more closely than the form is a part of its own.
  const isParted = headings.some(
    (heading) => isBetween(heading, own, anchor) && common(element, heading.element).depth > depth,
  );
  return !isParted && !isPager(element, around, scene);
}

function isBetween(middle: Span, one: Span, other: Span): boolean {
  return middle.start > Math.min(one.end, other.end) && middle.end < Math.max(one.start, other.start);
}

/** Whether something around it, short of what it has in common with the form, is a list or what else is leafed through. */
function isPager(element: Element, around: Element | null, { scan }: Scene): boolean {
  for (let up: Element | null = element; up && up !== around; up = composedParent(up)) {
    if (PAGER.test(`${up.getAttribute('class') ?? ''} ${up.getAttribute('aria-label') ?? ''}`)) return true;
    const span = scan.spans.get(up);
    if (!span) continue;
    for (const { element: row } of spansIn(scan.rows, span)) if (row.tagName !== 'LI') return true;
    const beside = leavesIn(scan.leaves, span, MOST_PIECES).map(({ text }) => text);
    const numbers = beside.filter((text) => /^\d+$/.test(text));
    if (numbers.length > 1 || beside.some((text) => OF_PAGER.test(text))) return true;
  }
  return false;
}
