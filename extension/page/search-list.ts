import type { PageContext } from './context.ts';
import { areaOf } from './find/area.ts';
import { composedParent } from './find/composed.ts';
import { isThere } from './find/decide.ts';
import { isOneOfAlike } from './find/siblings.ts';
import type { SiteFacts, Way } from './find/types.ts';
import { look, matchOf, type View } from './view.ts';
import { waitFor } from './watch/wait-for.ts';

/** How long a list is given to draw the rows that were scrolled to, in milliseconds. */
const DRAWS_WITHIN_MS = 150;
/** A text lies so deep in its row at most. */
const MOST_LEVELS = 5;
/** No list is longer than so many of its own heights. */
const MOST_SCREENS = 40;

/** The list at this place that shows only some of its rows, and not the wanted one; null when there is none. */
export function hidingList(view: View): Element | null {
  const way = listedWay(view);
  if (!way || isThere(matchOf(view, way.control)) || view.dialog !== null) return null;
  return scrolling(view.scan.rows, view) ?? scrolling(unmarkedRows(view), view);
}

/** What scrolls more than one of these rows. */
function scrolling(rows: readonly Row[], view: View): Element | null {
  let parent: Element | null = null;
  for (const row of rows) {
    if (row.concealed) continue;
    const before: Element | null = parent;
    parent = composedParent(row.element);
    if (parent === before) continue; // what scrolls the row before scrolls this one
    const scroller = view.context.layout.scrollerOf(row.element);
    if (scroller && rows.filter((other) => scroller.contains(other.element)).length > 1) return scroller;
  }
  return null;
}

type Row = { element: Element; concealed: boolean };

/** Rows that nothing marks as such: several alike, one after the other, each with a text of its own. */
function unmarkedRows(view: View): Row[] {
  const rows = new Map<Element, Row>();
  const known = new Set<Element>();
  for (const { element, concealed } of view.scan.leaves) {
    let up: Element | null = element;
    for (let level = 0; up && level < MOST_LEVELS && !known.has(up); level++, up = composedParent(up)) {
      known.add(up);
      if (isOneOfAlike(up) && areaOf(up, view.scan) === 'content') rows.set(up, { element: up, concealed });
    }
  }
  return [...rows.values()];
}

/**
 * Scrolls through a list whose rows exist only while they are in view, until the wanted one is there, and leaves it
 * in view; else puts the list back where it was.
 */
export async function searchList(site: SiteFacts, view: View, context: PageContext): Promise<View> {
  const list = hidingList(view);
  if (!list) return view;
  const before = list.scrollTop;
  const find = (): View | null => {
    const now = look(site, context);
    const way = listedWay(now);
    return way && isThere(matchOf(now, way.control)) ? now : null;
  };
  for (let screen = 0; screen < MOST_SCREENS; screen++) {
    const top = screen * list.clientHeight * 0.8;
    if (top > list.scrollHeight) break;
    list.scrollTop = top;
    const found = await waitFor(context.document, find, { deadlineMs: DRAWS_WITHIN_MS });
    if (!found) continue;
    context.memory.search = 'found';
    return found;
  }
  list.scrollTop = before;
  context.memory.search = 'absent';
  return look(site, context);
}

function listedWay(view: View): Way | null {
  const ways = view.site.steps.flatMap((facts) => ('via' in facts ? facts.via : []));
  return ways.find((way) => way.listed && view.place !== null && way.from.includes(view.place)) ?? null;
}
