import type { Decision } from './follow.ts';
import type { Scene } from './faults.ts';
import type { PanelState } from './panel-state.ts';

/**
 * How a fault comes about: what happens, or what the admin does of their own, at a state on the way there. Answers what the
 * admin does then, or null for what they would do anyway.
 */
export type Brew = <Tab>(state: PanelState, scene: Scene<Tab>) => Promise<Decision | null>;

/** Whether the panel asks for the admin's consent to a step. */
export const confirms =
  (step: string) =>
  (state: PanelState): boolean =>
    state.step === step && state.primary === 'confirm';

/** Something that happens once, when the panel is first at a state. */
export function atFirst(
  when: (state: PanelState) => boolean,
  happens: (scene: Scene<unknown>) => Promise<unknown>,
): Brew {
  let hasHappened = false;
  return async (state, scene) => {
    if (hasHappened || !when(state)) return null;
    hasHappened = true;
    await happens(scene as Scene<unknown>);
    return null;
  };
}

/** A mending that takes no time. */
export function fixed(mend: () => void): undefined {
  mend();
}
