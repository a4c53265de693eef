import { createMarks } from './marks.ts';
import { createRing, type Ring } from './ring.ts';

export type Aim = Pick<Ring, 'target' | 'pulse'> & {
  /** Rings the one control that is meant, or numbers those of which one is. */
  at(targets: readonly Element[]): void;
};

/** What is drawn around the page's controls. */
export function createAim(root: ShadowRoot, onMove: () => void): Aim {
  const ring = createRing(root, onMove);
  const marks = createMarks(root);
  return {
    target: () => ring.target(),
    pulse: () => ring.pulse(),
    at(targets) {
      const [only] = targets;
      ring.around(targets.length === 1 && only ? only : null);
      marks.around(targets.length > 1 ? targets : []);
    },
  };
}
