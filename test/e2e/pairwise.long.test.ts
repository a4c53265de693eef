import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser, type AssistantBrowser } from './kit/browser.ts';
import { CONSOLE_NAMES, type ConsoleName } from './kit/consoles.ts';
import { NAMED_WITHIN_MS, walkWithFault } from './kit/fault-walk.ts';
import { FAULTS } from './kit/faults.ts';
import { startSharedGround } from './kit/shared-ground.ts';

/** Every console with every fault that can happen on it, and with none. */
const PAIRS = CONSOLE_NAMES.flatMap((console): [ConsoleName, string][] => {
  const possible = Object.entries(FAULTS).filter(([, { notOn = [] }]) => !notOn.includes(console));
  return [[console, 'nothing is wrong'], ...possible.map(([name]): [ConsoleName, string] => [console, name])];
});

describe('every walk in Chromium', () => {
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
