import type { Evidence } from './evidence.ts';
import { lastFact, lastPress, progress } from './progress.ts';
import type { SetupSnapshot } from './snapshot.ts';
import type { StepId } from './steps.ts';

/**
 * The newest word on what the page asked of its own after a step was pressed: `page-asks` while it waits for the admin's
 * answer, `page-answered` from when it does no more. Null when it asked nothing.
 */
export function questionOf(step: StepId, snapshot: SetupSnapshot): Evidence | null {
  const press = lastPress(step, snapshot);
  const last = lastFact(step, ['page-asks', 'page-answered'], snapshot);
  return press && last && last.at >= press.at ? last : null;
}

/** The current step, while its page waits for the admin's answer; null otherwise. */
export function askedAbout(snapshot: SetupSnapshot): StepId | null {
  const { current } = progress(snapshot);
  return current && questionOf(current, snapshot)?.fact === 'page-asks' ? current : null;
}
