import { boxOf } from './box-of.ts';
import { follow } from './follow.ts';

const GROW_PX = 5;

export type Ring = {
  /** Rings that element and follows it; null takes the ring away. */
  around(target: Element | null): void;
  /** The element that is ringed now, or null. */
  target(): Element | null;
  /** Brings the target into view and draws the eye to it. */
  pulse(): void;
};

/**
 * The ring around a step's target. Drawn in our own layer, so that the page's element is not touched.
 * @param onMove called whenever the target moved, so that the card can keep out of its way.
 */
export function createRing(root: ShadowRoot, onMove: () => void): Ring {
  const ring = root.ownerDocument.createElement('div');
  ring.className = 'sa-ring';
  ring.hidden = true;
  root.append(ring);
  let target: Element | null = null;
  let stop: (() => void) | null = null;

  function draw(): void {
    const box = target ? boxOf(target) : undefined;
    const isSeen = box !== undefined && target?.isConnected === true && box.width > 0 && box.height > 0;
    ring.hidden = !isSeen;
    if (!isSeen) {
      onMove();
      return;
    }
    ring.style.transform = `translate(${box.left - GROW_PX}px, ${box.top - GROW_PX}px)`;
    ring.style.width = `${box.width + 2 * GROW_PX}px`;
    ring.style.height = `${box.height + 2 * GROW_PX}px`;
    ring.style.boxSizing = 'border-box';
    onMove();
  }

  return {
    around(next) {
      if (next === target && (next === null || next.isConnected)) {
        draw();
        return;
      }
      stop?.();
      target = next;
      stop = next ? follow(next, draw) : null;
      if (!next) draw();
    },
    target: () => target,
    pulse() {
      target?.scrollIntoView({ block: 'center', inline: 'nearest' });
      ring.removeAttribute('data-pulse');
      ring.getBoundingClientRect(); // has the style computed, so that the animation starts anew
      ring.setAttribute('data-pulse', '');
    },
  };
}
