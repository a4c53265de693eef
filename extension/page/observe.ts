import type { Expectations, Observation } from '../../shared/setup/observation.ts';
import type { PageContext } from './context.ts';
import { holds } from './find/places.ts';
import type { SiteFacts } from './find/types.ts';
import { wasActiveBefore } from './observe/active.ts';
import { notePage } from './observe/note-page.ts';
import { readStep } from './observe/read-step.ts';
import { readVerdicts } from './observe/verdicts.ts';
import { hidingList, searchList } from './search-list.ts';
import { look, type View } from './view.ts';

/**
 * Looks at the page, and through its list: once each time its place is come to, for pulling it about while a person
 * scrolls would be rude.
 */
export async function lookThrough(site: SiteFacts, expectations: Expectations, context: PageContext): Promise<View> {
  context.memory.replacing = expectations.replacing;
  const view = look(site, context);
  const list = hidingList(view);
  if (list) return context.memory.search === null && !context.document.hidden ? searchList(site, view, context) : view;
  if (context.memory.search === 'absent') context.memory.search = null;
  return view;
}

/**
 * What a page that was looked at says of every step of the site, without secrets. Never throws for a page that it does
 * not know: then the place is null and there are no readings.
 */
export async function observe(view: View, expectations: Expectations): Promise<Observation> {
  const { site, context } = view;
  const problem = obstacleOf(view);
  const { memory } = context;
  if (view.dialog !== null) for (const step of memory.presses.keys()) memory.asked.add(step);
  const verdicts = view.depth < 0 ? [] : readVerdicts(view);
  await notePage(view, expectations);
  const readings: Observation['readings'] = {};
  for (const facts of site.steps) {
    const reading = await readStep(view, facts, expectations);
    if (reading) readings[facts.step] = reading;
  }
  const { host } = context.document.location;
  const { replacing } = expectations;
  return { site: site.site, host, place: view.place, problem, readings, verdicts, dialog: view.dialog, replacing };
}

/** What stands in the way of every step here. */
function obstacleOf(view: View): Observation['problem'] {
  if (wasActiveBefore(view)) return 'already-active';
  const obstacle = view.site.obstacles.find(
    ({ at, signs, afterSearch }) =>
      !(afterSearch && hidingList(view) && view.context.memory.search !== 'absent') &&
      (at === 'unknown' ? view.place === null : view.place !== null && at.includes(view.place)) &&
      signs.some((sign) => holds(sign, view)),
  );
  return obstacle?.problem ?? null;
}
