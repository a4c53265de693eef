import type { Expectations, Observation } from '../../shared/setup/observation.ts';
import type { PageContext } from './context.ts';
import type { SiteFacts } from './find/types.ts';

/** What the page says at this moment of every step of the site. Never throws for a page that it does not know. */
export function observePage(site: SiteFacts, expectations: Expectations, context: PageContext): Promise<Observation> {
  void expectations;
  const host = context.document.location.host;
  return Promise.resolve({
    site: site.site,
    host,
    place: null,
    problem: null,
    readings: {},
    verdicts: [],
    dialog: null,
  });
}
