import { follow } from './follow.ts';

const GROW_PX = 5;

export type Marks = {
  /** Rings and numbers those elements, from 1, and follows them; none takes all marks away. */
  around(targets: readonly Element[]): void;
};

/** Numbered rings around the controls of which the admin is to pick one. Drawn in our own layer. */
export function createMarks(root: ShadowRoot): Marks {
  const box = root.ownerDocument.createElement('div');
  box.className = 'sa-marks';
  root.append(box);
  let marked: readonly Element[] = [];
  let stops: (() => void)[] = [];

  function mark(target: Element, number: number): () => void {
    const ring = root.ownerDocument.createElement('div');
    ring.className = 'sa-ring sa-choice';
    ring.dataset['number'] = String(number);
    box.append(ring);
    return follow(target, (to) => draw(ring, target, to));
  }

  function draw(ring: HTMLElement, target: Element, { left, top, width, height }: DOMRect): void {
    ring.hidden = !target.isConnected || width === 0 || height === 0;
    ring.style.transform = `translate(${left - GROW_PX}px, ${top - GROW_PX}px)`;
    ring.style.width = `${width + 2 * GROW_PX}px`;
    ring.style.height = `${height + 2 * GROW_PX}px`;
  }

  return {
    around(targets) {
      if (targets.length === marked.length && targets.every((target, index) => target === marked[index])) return;
      stops.forEach((stop) => stop());
      box.replaceChildren();
      marked = targets;
      stops = targets.map((target, index) => mark(target, index + 1));
    },
  };
}
