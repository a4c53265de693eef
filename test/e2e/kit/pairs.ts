import type { BrowserName } from './browsers.ts';
import type { ConsoleName } from './consoles.ts';
import type { FaultName } from './faults.ts';

/** A walk of the pairwise choice: what goes wrong on it, one after the other. */
export type ChosenWalk = { browser: BrowserName; console: ConsoleName; faults: FaultName[] };

/**
 * Every fault once, every console at least once, and four of them in Firefox. Faults share a walk where they do not
 * disturb each other: it begins at Dialpad, goes on to the application, its form, the test, and ends with the activation.
 */
export const CHOSEN_WALKS: readonly ChosenWalk[] = [
  {
    browser: 'Chromium',
    console: 'classic',
    faults: [
      'Dialpad shows the key in a form of its own',
      'the admin is signed out',
      'SCIM 1.1 is chosen',
      'JumpCloud’s calls do not arrive',
      'the test user’s address is somebody’s',
    ],
  },
  {
    browser: 'Chromium',
    console: 'drifted',
    faults: [
      'the person is no admin of Dialpad',
      'a field has a name that nobody knows',
      'the setup link is revoked',
      'JumpCloud has trouble of its own',
      'the key was revoked after its test',
    ],
  },
  {
    browser: 'Chromium',
    console: 'catalog',
    faults: [
      'there is no application',
      'another server answers in our place',
      'the key is of Dialpad’s own service',
      'the domain is not allowed',
      'JumpCloud does not save',
    ],
  },
  {
    browser: 'Firefox',
    console: 'modern',
    faults: [
      'single sign-on is not active',
      'the page puts every value back',
      'a proxy on the way changes the path',
      'the test user’s domain is not the company’s',
    ],
  },
  {
    browser: 'Firefox',
    console: 'french',
    faults: [
      'Dialpad shows only the beginning of the key',
      'two applications are called Dialpad',
      'the form empties itself',
      'the test user’s field has a name that nobody knows',
    ],
  },
  {
    browser: 'Firefox',
    console: 'wizard',
    faults: ['the key was revoked', 'a group stands in the way of the group test'],
  },
  { browser: 'Firefox', console: 'catalog', faults: [] },
];
