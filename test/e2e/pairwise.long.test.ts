import { BROWSERS } from './kit/browsers.ts';
import { CONSOLE_NAMES } from './kit/consoles.ts';
import { possibleOn } from './kit/faults.ts';
import { walkTogether } from './kit/walk-together.ts';

/** Every console with every fault that can happen on it, one at a time, and with none, in each browser. */
for (const name of BROWSERS) {
  walkTogether(
    name,
    CONSOLE_NAMES.flatMap((console) => [
      { console, faults: [] },
      ...possibleOn(console).map((fault) => ({ console, faults: [fault] })),
    ]),
  );
}
