import { describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import { MARGIN, placeCard, type Box, type Placement } from '../../../extension/overlay/place-card.ts';

const VIEW = { width: 1280, height: 800 };
const CARD = { width: 372, height: 420 };

function box({ corner, maxHeight }: Placement, height: number, isRtl = false): Box {
  const used = Math.min(height, maxHeight);
  const isRight = corner.startsWith('end') !== isRtl;
  const left = isRight ? VIEW.width - MARGIN - CARD.width : MARGIN;
  const top = corner.endsWith('bottom') ? VIEW.height - MARGIN - used : MARGIN;
  return { left, top, right: left + CARD.width, bottom: top + used };
}

function covers(card: Box, target: Box): boolean {
  return card.left < target.right && card.right > target.left && card.top < target.bottom && card.bottom > target.top;
}

describe('the place of the card', () => {
  it('is the corner at the end of the text, below, when nothing is in the way', () => {
    expect(placeCard(VIEW, CARD, null)).toEqual({ corner: 'end-bottom', maxHeight: 768 });
    const far = { left: 20, top: 20, right: 200, bottom: 60 };
    expect(placeCard(VIEW, CARD, far)?.corner).toBe('end-bottom');
  });

  it('moves to another corner when the target is there', () => {
    expect(placeCard(VIEW, CARD, { left: 900, top: 700, right: 1200, bottom: 740 })?.corner).toBe('end-top');
    expect(placeCard(VIEW, CARD, { left: 900, top: 100, right: 1200, bottom: 740 })?.corner).toBe('start-bottom');
  });

  it('becomes lower above or below a target that spans the page, and a pill where even that has no room', () => {
    const placed = placeCard(VIEW, CARD, { left: 0, top: 330, right: 1280, bottom: 370 });
    expect(placed).toEqual({ corner: 'end-bottom', maxHeight: 394 });
    expect(placeCard(VIEW, CARD, { left: 0, top: 200, right: 1280, bottom: 640 })).toBeNull();
  });

  it('never covers the target, whatever its size and place, however high the card would like to be', () => {
    const target = fc
      .tuple(
        fc.integer({ min: 0, max: 1240 }),
        fc.integer({ min: 0, max: 780 }),
        fc.integer({ min: 1, max: 1280 }),
        fc.integer({ min: 1, max: 800 }),
      )
      .map(([left, top, width, height]) => ({ left, top, right: left + width, bottom: top + height }));
    fc.assert(
      fc.property(target, fc.integer({ min: 60, max: 2000 }), fc.boolean(), (at, height, isRtl) => {
        const placed = placeCard(VIEW, { width: CARD.width, height }, at, isRtl);
        return placed === null || !covers(box(placed, height, isRtl), at);
      }),
    );
  });
});
