import { boxOf } from './box-of.ts';

/**
 * Calls back at once, and whenever an element's box in the window is another one, whatever moved it, frame by frame.
 * Answers how to end that.
 */
export function follow(element: Element, onMove: (box: DOMRect) => void): () => void {
  const window = element.ownerDocument.defaultView;
  let before = '';
  let frame = 0;
  const look = (): void => {
    const box = boxOf(element);
    const now = [box.left, box.top, box.width, box.height, element.isConnected].join();
    if (now !== before) onMove(box);
    before = now;
    frame = window?.requestAnimationFrame(look) ?? 0;
  };
  look();
  return () => window?.cancelAnimationFrame(frame);
}
