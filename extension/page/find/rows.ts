import type { PageContext } from '../context.ts';
import { closestComposed, composedParent } from './composed.ts';
import type { Scored } from './find-controls.ts';
import type { Scan, Seen } from './scan.ts';
import { isOneOfAlike } from './siblings.ts';
import { spanAround, within } from './spans.ts';
import type { ControlKind } from './types.ts';
import { CLUE } from './weights.ts';

/** Of a candidate within a candidate the inner one stays, with the better score; of one row, the best text. */
export function innermost(scored: readonly Scored[], kind: ControlKind): Scored[] {
  const kept: Scored[] = [];
  const ofRow = new Map<Element, Scored>();
  for (const candidate of [...scored].sort((one, other) => other.start - one.start)) {
    const row = kind === 'row' ? rowOf(candidate.element) : null;
    const inner = firstWithin(candidate, kept) ?? (row && ofRow.get(row));
    if (!inner) {
      const own = { ...candidate };
      kept.push(own);
      if (row) ofRow.set(row, own);
    } else if (candidate.score > inner.score) {
      const keep = kind === 'row' && !within(candidate, inner) ? candidate : inner;
      Object.assign(inner, { ...keep, score: candidate.score });
    }
  }
  return kept.reverse();
}

/** The last of those that lie in a candidate: of what was kept from the end of the page on, they were kept last. */
function firstWithin(candidate: Scored, kept: readonly Scored[]): Scored | null {
  let first: Scored | null = null;
  for (let at = kept.length - 1; at >= 0; at--) {
    const other = kept[at];
    if (!other || !within(candidate, other)) break;
    first = other;
  }
  return first;
}

const ROW =
  'tr, li, [role=row], [role=listitem], [role=gridcell], a, button, [class*=row i], [class*=card i], [class*=item i]';

function rowOf(element: Element): Element | null {
  const parent = composedParent(element);
  return parent && closestComposed(parent, ROW);
}

const ENTRY = 'tr, li, [role=row], [role=listitem], [role=gridcell]';

/** What speaks for or against a text's being an entry of a list: the title of a page is none. */
export function listing({ element, start, end }: Seen, scan: Scan, { layout }: PageContext): number {
  if (isListed(element)) return CLUE.listed;
  const isPressable = layout.looksPressable(element) || spanAround(scan.pressables, { start, end }) !== undefined;
  return isPressable ? 0 : CLUE.unlisted;
}

/** Whether an element stands in an entry of a list: one that says so, or one of several alike. */
function isListed(element: Element): boolean {
  let up: Element | null = element;
  for (let level = 0; up && level < 6; level++, up = composedParent(up)) {
    if (up.matches(ENTRY) || isOneOfAlike(up)) return true;
  }
  return false;
}
