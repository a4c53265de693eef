import type { StepId } from '../../shared/setup/steps.ts';
import type { PageContext } from './context.ts';
import type { SiteFacts } from './find/types.ts';
import { targetOf } from './target.ts';
import { factsOf, look } from './view.ts';

/**
 * What performing the step would touch now, for rings around it: one element when it is certain, several when the admin
 * has to pick one, none when there is none.
 */
export function locateTargets(site: SiteFacts, step: StepId, context: PageContext): readonly Element[] {
  const facts = factsOf(site, step);
  if (!facts) return [];
  const match = targetOf(look(site, context), facts);
  if (match.is === 'unique') return [match.element];
  return match.is === 'ambiguous' ? match.candidates.map((candidate) => candidate.element) : [];
}
