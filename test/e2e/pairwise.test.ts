import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser, type AssistantBrowser } from './kit/browser.ts';
import { CONSOLE_NAMES, type ConsoleName } from './kit/consoles.ts';
import { NAMED_WITHIN_MS, walkWithFault } from './kit/fault-walk.ts';
import { FAULTS } from './kit/faults.ts';
import { startSharedGround } from './kit/shared-ground.ts';

/**
 * Every fault once, each on another console, and every console at least once: `npm run test:long` walks every console with
 * every fault.
 */
const PAIRS = Object.entries(FAULTS).map(([name, { notOn = [] }], index): [ConsoleName, string] => {
  const possible = CONSOLE_NAMES.filter((console) => !notOn.includes(console));
  return [possible[index % possible.length] ?? 'classic', name];
});

describe('a walk in Chromium', () => {
  let ground: Awaited<ReturnType<typeof startSharedGround>>;
  let browser: AssistantBrowser;
  beforeAll(async () => {
    ground = await startSharedGround();
    browser = await openBrowser({ args: [...ground.sites.chromiumArgs] });
  });
  afterAll(async () => {
    await browser.close();
    await ground.close();
  });

  it.each(PAIRS)('on the %s console, where %s, comes to its end', async (console, name) => {
    const named = await walkWithFault(ground, browser, console, FAULTS[name] ?? null);
    if (named === null) return;
    process.stdout.write(`${console}, ${name}: named ${String(named)} ms after the page's failure\n`);
    expect(named).toBeLessThan(NAMED_WITHIN_MS);
  });
});
