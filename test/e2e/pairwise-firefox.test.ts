import { CHOSEN_WALKS } from './kit/pairs.ts';
import { walkTogether } from './kit/walk-together.ts';

/** Those of the choice that go through Firefox; a file of their own, so that they may run beside the others. */
walkTogether(
  'Firefox',
  CHOSEN_WALKS.filter(({ browser }) => browser === 'Firefox'),
);
