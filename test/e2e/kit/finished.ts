import { expect } from 'vitest';
import { progress, type StepProgress } from '../../../shared/setup/progress.ts';
import type { SetupSnapshot } from '../../../shared/setup/snapshot.ts';

const TOLD_WITHIN_MS = 10_000;

/** Waits until the server, too, knows of no step that is left: a panel knows it a moment earlier. Answers the steps. */
export async function finishedSteps(snapshot: () => Promise<SetupSnapshot>): Promise<StepProgress[]> {
  const current = async () => progress(await snapshot()).current;
  await expect.poll(current, { timeout: TOLD_WITHIN_MS }).toBeNull();
  return progress(await snapshot()).steps;
}
