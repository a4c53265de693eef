import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isThere, openNamed, type BrowserName, type OpenBrowser } from './browsers.ts';
import type { ConsoleName } from './consoles.ts';
import type { FaultName } from './faults.ts';
import { NAMED_WITHIN_MS, walkWithFaults } from './fault-walk.ts';
import { startSharedGround, type SharedGround } from './shared-ground.ts';

/** Declares walks that share a server, the look-alikes and one browser. */
export function walkTogether(name: BrowserName, walks: { console: ConsoleName; faults: FaultName[] }[]): void {
  describe.skipIf(!isThere(name))(`a walk in ${name}`, () => {
    let ground: SharedGround;
    let browser: OpenBrowser;
    beforeAll(async () => {
      ground = await startSharedGround();
      browser = await openNamed(name, ground);
    });
    afterAll(async () => {
      await browser.close();
      await ground.close();
    });

    for (const { console, faults } of walks) {
      const where = faults.length === 0 ? 'nothing is wrong' : faults.join(', then ');
      it(`on the ${console} console, where ${where}, comes to its end`, async () => {
        const { told, effort } = await walkWithFaults(ground, browser.assisted, console, faults);
        if (faults.length === 0) effort.tell(`${name}, ${console}`);
        for (const { fault, ms } of told) {
          if (ms === null) continue;
          process.stdout.write(`${name}, ${console}, ${fault}: named ${String(ms)} ms after the page’s word\n`);
          expect(ms).toBeLessThan(NAMED_WITHIN_MS);
        }
      });
    }
  });
}
