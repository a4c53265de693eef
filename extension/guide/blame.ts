import { domainOf } from '../../shared/setup/domains.ts';
import type { StepReading } from '../../shared/setup/observation.ts';
import type { Problem, ProblemCode } from '../../shared/setup/problems.ts';
import { lastFact } from '../../shared/setup/progress.ts';
import type { StepId } from '../../shared/setup/steps.ts';
import { seen } from './known.ts';
import { isOwnAddress } from './own-address.ts';
import { WIRE_STEPS } from './press.ts';
import type { GuideState } from './state.ts';

/** What a test fails for when this step of the form is not as it should be. */
const BLAMED: Partial<Record<StepId, ProblemCode>> = {
  'jumpcloud.scim-version': 'scim-version-1',
  'jumpcloud.base-url': 'wrong-base-url',
  'jumpcloud.test-user-email': 'test-user-domain-refused',
};

/**
 * What an admin's own press failed for: they may test or activate by hand while the form holds something else than it
 * should, and JumpCloud says only that it failed. Null when the page said nothing since it looks so.
 */
export function blame(state: GuideState, step: StepId, reading: StepReading): Problem | null {
  const code = BLAMED[step];
  const snapshot = seen(state);
  if (!code || !snapshot || reading.state !== 'open' || reading.match !== 'unique') return null;
  const { occupiedBy } = reading;
  // An empty field is not tested with; its turn to be filled has only not come yet.
  if (step !== 'jumpcloud.scim-version' && (occupiedBy === null || isOwnAddress(state, reading))) return null;
  const since = lastFact(step, ['done', 'open'], snapshot)?.at ?? '';
  const hasFailed = WIRE_STEPS.some((pressed) => (lastFact(pressed, ['page-failed'], snapshot)?.at ?? '') > since);
  return hasFailed ? { code, details: detailsOf(code, occupiedBy ?? '', snapshot.baseUrl) } : null;
}

function detailsOf(code: ProblemCode, seenValue: string, baseUrl: string): Problem['details'] {
  if (code === 'wrong-base-url') return { seen: seenValue, expected: baseUrl };
  return code === 'test-user-domain-refused' ? { domain: domainOf(seenValue) ?? '' } : {};
}
