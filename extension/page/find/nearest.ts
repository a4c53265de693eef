import { composedParent } from './composed.ts';
import { decide, elementOf } from './decide.ts';
import type { Scored } from './find-controls.ts';
import { headOfOwnBox, isHeading } from './headings.ts';
import { ownText } from './naming.ts';
import type { Scan } from './scan.ts';
import { countIn } from './spans.ts';
import { ACCEPTED, CLUE } from './weights.ts';

/** What shares no more pieces of text than this is one form; a page has more. */
const MOST_IN_FORM = 80;

/**
 * Of several, the one that shares the closest surroundings with another control is meant; a single one is more certain
 * where it stands in one form with it. Says nothing when that other control is itself not certain.
 */
export function preferNearest(
  anchors: readonly Scored[],
  candidates: readonly Scored[],
  scan: Scan,
  own: readonly string[],
): void {
  const anchor = elementOf(decide(anchors));
  if (!anchor || candidates.length === 0) return;
  const shared = candidates.map((candidate) => common(candidate.element, anchor));
  const deepest = Math.max(...shared.map(({ depth }) => depth));
  const nearest = candidates.filter((_, index) => shared[index]?.depth === deepest);
  const [only] = nearest;
  if (nearest.length !== 1 || !only) return;
  const around = shared[candidates.indexOf(only)]?.element;
  const span = around && scan.spans.get(around);
  const isForm = span && around.tagName !== 'BODY' && countIn(scan.leaves, span) <= MOST_IN_FORM;
  if (candidates.length > 1 || (isForm && !isParted(anchor, only, scan, own))) only.score += CLUE.nearest;
}

/**
 * What stands in a box of its own, under a heading that speaks of something else than the form, belongs to that: to another
 * integration, or to another part of the application.
 */
export function discountApart(
  headings: readonly string[],
  anchors: readonly Scored[],
  candidates: readonly Scored[],
  scan: Scan,
): void {
  const spans = anchors.filter(({ score }) => score >= ACCEPTED);
  if (spans.length === 0) return;
  const isApart = ({ element }: Scored): boolean => {
    const head = headOfOwnBox(element, spans, scan);
    return head !== null && !isHeading(headings, head);
  };
  const apart = candidates.filter(isApart);
  const good = candidates.filter(({ score }) => score >= ACCEPTED);
  // Of forms that all are apart from each other, none is more the right one than another.
  if (good.length > 1 && spans.length > 1 && good.every((one) => apart.includes(one))) return;
  for (const candidate of apart) candidate.score += CLUE.apart;
}

/** Whether a heading stands between that is none of the form's own: then each is a part of its own. */
function isParted(anchor: Element, candidate: Scored, scan: Scan, own: readonly string[]): boolean {
  const span = scan.spans.get(anchor);
  if (!span) return true;
  const from = Math.min(span.end, candidate.end);
  const to = Math.max(span.start, candidate.start);
  return scan.headings.some(
    (heading) => heading.start > from && heading.end < to && !isHeading(own, ownText(heading, scan)),
  );
}

/** The closest common ancestor of two elements, and how deep it lies. */
export function common(one: Element, other: Element): { element: Element | null; depth: number } {
  const [first, second] = [pathTo(one), pathTo(other)];
  const split = first.findIndex((element, index) => element !== second[index]);
  const depth = split < 0 ? first.length : split;
  return { element: first[depth - 1] ?? null, depth };
}

function pathTo(element: Element): Element[] {
  const path: Element[] = [];
  for (let up: Element | null = element; up; up = composedParent(up)) path.unshift(up);
  return path;
}
