import { setTimeout as delay } from 'node:timers/promises';

const EVERY_MS = 10;
const PATIENCE_MS = 20_000;

/** Waits until the check gives something other than undefined, null or false, and returns it. */
export async function until<T>(
  check: () => T | Promise<T>,
  patienceMs = PATIENCE_MS,
): Promise<Exclude<T, false | null | undefined>> {
  const deadline = Date.now() + patienceMs;
  for (;;) {
    const found = await check();
    if (found !== undefined && found !== null && found !== false) return found as Exclude<T, false | null | undefined>;
    if (Date.now() > deadline) throw new Error('What the test waited for did not happen.');
    await delay(EVERY_MS);
  }
}
