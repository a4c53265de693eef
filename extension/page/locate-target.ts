import type { StepId } from '../../shared/setup/steps.ts';
import { isThere } from './find/decide.ts';
import { targetOf } from './target.ts';
import { turnFor } from './turn.ts';
import { factsOf, type View } from './view.ts';

/**
 * What performing the step would touch on a page that was looked at, for rings around it: one element when it is
 * certain, several when the admin has to pick one, none when there is none.
 */
export function locateTargets(view: View, step: StepId): readonly Element[] {
  const facts = factsOf(view.site, step);
  if (!facts) return [];
  const own = targetOf(view, facts);
  const match = isThere(own) ? own : (turnFor(view, facts)?.match ?? own);
  if (match.is === 'unique') return [match.element];
  return match.is === 'ambiguous' ? match.candidates.map((candidate) => candidate.element) : [];
}
