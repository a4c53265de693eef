import type { StepId } from '../../shared/setup/steps.ts';
import type { PageContext } from './context.ts';
import type { SiteFacts } from './find/types.ts';
import { certainTarget } from './target.ts';
import { look } from './view.ts';

/** The element that performing the step would touch now, for a ring around it, or null when it is not certain. */
export function locateTarget(site: SiteFacts, step: StepId, context: PageContext): Element | null {
  return certainTarget(look(site, context), step);
}
