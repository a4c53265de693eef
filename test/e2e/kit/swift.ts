import { stepIndex, type StepId } from '../../../shared/setup/steps.ts';
import type { Decision } from './follow.ts';
import type { PanelState } from './panel-state.ts';

/** From Connect to Activated: by hand it is over 30 clicks and four pastes. */
export const MOST_CLICKS_TO_ACTIVATED = 12;

/** What it took the admin to have the integration activated. */
export type Effort = { clicks: number; seconds: number };

/**
 * An admin in a hurry: has whole pages done in one go, and clicks what is advised otherwise. Begins to count when it is
 * made, just after Connect; the effort is null until the integration is active.
 */
export function createSwiftAdmin() {
  const began = Date.now();
  // Connect itself is one.
  let clicks = 1;
  let effort: Effort | null = null;

  return {
    effort: (): Effort | null => effort,

    decide(state: PanelState): Decision {
      const isActivated = stepIndex(state.step as StepId) > stepIndex('jumpcloud.activate');
      if (isActivated) effort ??= { clicks, seconds: (Date.now() - began) / 1000 };
      const takesAll = state.problem === null && state.actions.includes('perform-all');
      clicks += 1;
      return takesAll ? 'perform-all' : 'advised';
    },
  };
}

/** One line of a walk's effort, for the test's output. */
export function tellEffort(name: string, effort: Effort | null): void {
  const told = effort ? `${String(effort.clicks)} clicks and ${effort.seconds.toFixed(1)} s` : 'no end';
  process.stdout.write(`${name}: ${told} from Connect to Activated\n`);
}
