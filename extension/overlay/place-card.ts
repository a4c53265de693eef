export type Size = { width: number; height: number };
export type Box = { left: number; top: number; right: number; bottom: number };
export type Corner = 'end-bottom' | 'start-bottom' | 'end-top' | 'start-top';

/** Where the card goes; `maxHeight` in px. `null` when it fits nowhere beside the target and should be a pill. */
export type Placement = { corner: Corner; maxHeight: number };

/** Distance of the card from the window's edge, and from the target. */
export const MARGIN = 16;
const GAP = 20;
const LEAST_HEIGHT = 260;
const CORNERS: readonly Corner[] = ['end-bottom', 'end-top', 'start-bottom', 'start-top'];

/**
 * The corner in which the card does not cover its target: the usual one where it can be, else the next that is free, else
 * one where a lower card is free. Null when there is none.
 */
export function placeCard(view: Size, card: Size, target: Box | null, isRtl = false): Placement | null {
  const highest = view.height - 2 * MARGIN;
  if (!target) return { corner: CORNERS[0] ?? 'end-bottom', maxHeight: highest };
  const height = Math.min(card.height, highest);
  const free = CORNERS.find((corner) => !meets(boxOf(corner, view, { ...card, height }, isRtl), target));
  if (free) return { corner: free, maxHeight: roomIn(free, view, card, target, isRtl) };
  const below = view.height - target.bottom - GAP - MARGIN;
  const above = target.top - GAP - MARGIN;
  const room = Math.max(below, above);
  if (room < LEAST_HEIGHT) return null;
  return { corner: below >= above ? 'end-bottom' : 'end-top', maxHeight: room };
}

/** How high the card may grow in that corner without reaching the target. */
function roomIn(corner: Corner, view: Size, card: Size, target: Box, isRtl: boolean): number {
  const highest = view.height - 2 * MARGIN;
  if (!meets(boxOf(corner, view, { ...card, height: highest }, isRtl), target)) return highest;
  return corner.endsWith('bottom') ? view.height - target.bottom - GAP - MARGIN : target.top - GAP - MARGIN;
}

function boxOf(corner: Corner, view: Size, card: Size, isRtl: boolean): Box {
  const isRight = corner.startsWith('end') !== isRtl;
  const left = isRight ? view.width - MARGIN - card.width : MARGIN;
  const top = corner.endsWith('bottom') ? view.height - MARGIN - card.height : MARGIN;
  return { left, top, right: left + card.width, bottom: top + card.height };
}

function meets(card: Box, target: Box): boolean {
  return (
    card.left < target.right + GAP &&
    card.right > target.left - GAP &&
    card.top < target.bottom + GAP &&
    card.bottom > target.top - GAP
  );
}
