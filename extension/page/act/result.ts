import type { PageResult } from '../../../shared/setup/commands.ts';
import type { Hindrance } from '../../../shared/setup/hindrances.ts';

const NOTHING = { problem: null, note: null, secret: null, fingerprint: null } as const;

/** It happened, and was read back where it could be. */
export function ok(more: Partial<PageResult> = {}): PageResult {
  return { outcome: 'ok', ...NOTHING, ...more };
}

/** It did not happen; it may be tried again as it is. */
export function retryable(problem: PageResult['problem'], note: string | null = null): PageResult {
  return { outcome: 'retryable', ...NOTHING, problem, note };
}

/** It was not done, and trying again will not help: a person or another page is needed. */
export function refused(problem: PageResult['problem'], note: string | null = null): PageResult {
  return { outcome: 'refused', ...NOTHING, problem, note };
}

/** It was not done, since its control could not be used. */
export function unusable(why: Hindrance): PageResult {
  return retryable('target-missing', why);
}
