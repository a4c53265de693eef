import { expect } from 'vitest';
import { stepIndex, type StepId } from '../../../shared/setup/steps.ts';
import type { PanelState } from './panel-state.ts';

/** From Connect to Activated: by hand it is over 30 clicks and four pastes. */
const MOST_CLICKS_TO_ACTIVATED = 12;

/** What it takes an admin, who clicks nothing but what is advised, to have the integration activated. */
export type Effort = ReturnType<typeof measureEffort>;

/** Begins to count when it is made, just after Connect. */
export function measureEffort() {
  const began = Date.now();
  // Connect itself is one.
  let clicks = 1;
  let activated: { clicks: number; seconds: number } | null = null;

  return {
    /** To be told of every state in which the admin clicks, before they do; more than once where it is done by hand. */
    decide(state: PanelState, times = 1): 'advised' {
      const isActivated = stepIndex(state.step as StepId) > stepIndex('jumpcloud.activate');
      if (isActivated) activated ??= { clicks, seconds: (Date.now() - began) / 1000 };
      clicks += times;
      return 'advised';
    },

    /** Writes it into the test's output, and holds it to what was promised. The time is the machine's too. */
    tell(name: string): void {
      const told = activated ? `${String(activated.clicks)} clicks and ${activated.seconds.toFixed(1)} s` : 'no end';
      process.stdout.write(`${name}: ${told} from Connect to Activated\n`);
      expect(activated?.clicks).toBeLessThanOrEqual(MOST_CLICKS_TO_ACTIVATED);
    },
  };
}
