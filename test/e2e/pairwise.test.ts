import { describe, expect, it } from 'vitest';
import { BROWSERS } from './kit/browsers.ts';
import { CONSOLE_NAMES } from './kit/consoles.ts';
import { FAULT_NAMES, possibleOn } from './kit/faults.ts';
import { CHOSEN_WALKS } from './kit/pairs.ts';
import { walkTogether } from './kit/walk-together.ts';

/**
 * A choice, of which the walks in Firefox are in `pairwise-firefox.test.ts`; `npm run test:long` walks every console with every
 * fault, in each browser.
 */
describe('the pairwise choice', () => {
  it('meets every fault once, where it can happen, and goes over every console and through every browser', () => {
    expect(CHOSEN_WALKS.flatMap(({ faults }) => faults).sort()).toEqual([...FAULT_NAMES].sort());
    for (const { console, faults } of CHOSEN_WALKS) expect(possibleOn(console)).toEqual(expect.arrayContaining(faults));
    expect([...new Set(CHOSEN_WALKS.map(({ console }) => console))].sort()).toEqual([...CONSOLE_NAMES].sort());
    expect(new Set(CHOSEN_WALKS.map(({ browser }) => browser))).toEqual(new Set(BROWSERS));
  });
});

walkTogether(
  'Chromium',
  CHOSEN_WALKS.filter(({ browser }) => browser === 'Chromium'),
);
