import type { StepId } from '../../shared/setup/steps.ts';
import type { PageContext } from './context.ts';
import { decide, elementOf } from './find/decide.ts';
import { scoreControls, type Scored } from './find/find-controls.ts';
import { declaredFront, isOpenList, undeclaredFront, type Front } from './find/front.ts';
import { pagesOf, type FormPages } from './find/pages.ts';
import { recognise } from './find/places.ts';
import { scan, type Scan } from './find/scan.ts';
import { shownValue } from './find/shown-value.ts';
import { within } from './find/spans.ts';
import type { Match, SiteFacts, StepFacts } from './find/types.ts';
import { pointedElement } from './find/pointed.ts';

/** What a page looks like at one moment: the one thing that observing, acting and ringing all start from. */
export type View = {
  site: SiteFacts;
  context: PageContext;
  scan: Scan;
  matches: ReadonlyMap<string, Match>;
  place: string | null;
  /** How deep the place lies, from 0; -1 when it is not known. */
  depth: number;
  /** The place is one on which nothing is done but to lead on from it. */
  elsewhere: boolean;
  /** What turns the pages of the form, of which one is shown; null where it has no others. */
  pages: FormPages | null;
  /** The title of a dialog of the page that stands in the way, or null. */
  dialog: string | null;
};

/** Looks at the page once. */
export function look(site: SiteFacts, context: PageContext): View {
  const walked = scan(context.document, context.isOurs, context.layout);
  const declared = declaredFront(walked, context);
  let scored = scoreControls(site.controls, walked, declared, context);
  let front = declared;
  if (!declared) {
    front = undeclaredFront(decideAll(scored).values(), walked, context);
    if (front) scored = scoreControls(site.controls, walked, front, context);
  }
  const interrupts =
    front !== null &&
    !isOpenList(front, walked) &&
    !isWorkspace(front, site, scored) &&
    !showsValue(front, site, scored, walked, context);
  if (interrupts) scored = allBehind(scored);
  const matches = withPointed(decideAll(scored), site, walked, interrupts, context);
  const scene = { site, scan: walked, matches, context };
  const recognised = recognise(scene);
  const pages = pagesOf(recognised, scene);
  // What no other part of the place shows is a page of the form, whichever of its controls is on it.
  const place = pages ? (site.places.find(({ id }) => id === site.paged?.form) ?? null) : recognised;
  return {
    site,
    context,
    scan: walked,
    matches,
    place: place?.id ?? null,
    depth: place ? site.places.indexOf(place) : -1,
    elsewhere: place?.elsewhere === true,
    pages,
    dialog: interrupts ? (front?.title ?? '') : null,
  };
}

/** The match of a control; missing for one that the site does not have. */
export function matchOf(view: View, control: string): Match {
  return view.matches.get(control) ?? { is: 'missing', disabled: null, behind: null };
}

/** How deep a place of the site lies. */
export function depthOf(site: SiteFacts, place: string): number {
  return site.places.findIndex((candidate) => candidate.id === place);
}

/** The facts of a step, or null when the site does not have it. */
export function factsOf(site: SiteFacts, step: StepId): StepFacts | null {
  return site.steps.find((facts) => facts.step === step) ?? null;
}

function decideAll(scored: ReadonlyMap<string, Scored[]>): Map<string, Match> {
  return new Map([...scored].map(([id, candidates]) => [id, decide(candidates)]));
}

/** A layer that holds what we work with is the page itself, as a form in a dialog or a side panel is. */
function isWorkspace(front: Front, site: SiteFacts, scored: ReadonlyMap<string, Scored[]>): boolean {
  return site.workspace.some((id) => {
    const element = elementOf(decide(scored.get(id) ?? []));
    return element !== null && (scored.get(id) ?? []).some((one) => one.element === element && within(front, one));
  });
}

/** A window that shows the key is what we came for: who closes it may not see the key again. */
function showsValue(
  front: Front,
  site: SiteFacts,
  scored: ReadonlyMap<string, Scored[]>,
  walked: Scan,
  context: PageContext,
): boolean {
  if (!site.steps.some(({ reads }) => reads === 'value')) return false;
  const shown = shownValue(walked, decideAll(scored), context);
  const span = shown && walked.spans.get(shown.element);
  return span ? within(front, span) : false;
}

function allBehind(scored: ReadonlyMap<string, Scored[]>): Map<string, Scored[]> {
  return new Map([...scored].map(([id, candidates]) => [id, candidates.map((one) => ({ ...one, behind: true }))]));
}

/** What the admin pointed at counts for a control that was not found for certain. */
function withPointed(
  matches: Map<string, Match>,
  site: SiteFacts,
  walked: Scan,
  interrupted: boolean,
  context: PageContext,
): Map<string, Match> {
  if (interrupted) return matches;
  for (const control of site.controls) {
    if (matches.get(control.id)?.is === 'unique') continue;
    const element = pointedElement(site, control, walked, context);
    if (element) matches.set(control.id, { is: 'unique', element, name: control.id, score: 1 });
  }
  return matches;
}
