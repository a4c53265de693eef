import { domainOf, isAllowed } from '../../shared/setup/domains.ts';
import type { StepReading } from '../../shared/setup/observation.ts';
import { readingOf, report, stateOf } from './known.ts';
import type { GuideState, TabState } from './state.ts';

/**
 * Whether the test user's field holds an address of the admin's own that the company may have. Whether it is fresh, only
 * the server's answer to JumpCloud tells.
 */
export function isOwnAddress(state: GuideState, reading: StepReading | null): boolean {
  const company = state.snapshot?.company;
  const domain = reading?.occupiedBy ? domainOf(reading.occupiedBy) : null;
  return company !== undefined && domain !== null && isAllowed(domain, company);
}

/** An admin who tests or activates by hand with an address of their own has chosen that address. */
export function takeOwnAddress(state: GuideState, tab: TabState): GuideState {
  const step = 'jumpcloud.test-user-email';
  if (stateOf(state, step) !== 'open' || !isOwnAddress(state, readingOf(tab, step))) return state;
  return report(state, { step, fact: 'done', seenBy: 'admin' });
}
