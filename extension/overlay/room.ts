import type { PanelView } from '../../shared/setup/panel.ts';
import type { Card } from './card.ts';

export type RoomDeps = {
  card: Pick<Card, 'place'>;
  target: () => Element | null;
  /** What is shown now. */
  view: () => PanelView | null;
  /** There is room now, or none any more. */
  onChange: () => void;
};

export type Room = {
  /** Whether there is room for the card, and not only for its pill. */
  isThere: () => boolean;
  /** Puts the card where there is room for it. */
  find: () => void;
  /** Notes the page's menus that are open now. */
  avoid: (open: readonly Element[]) => void;
  /** Opens a card that is a pill for want of room, at the admin's wish. Answers false where it is no such pill. */
  make: () => boolean;
};

/** Finds the card its room. Where none is left beside the target, it lies over it if it has to be read, or if the admin wants it. */
export function createRoom({ card, target, view, onChange }: RoomDeps): Room {
  let isThere = true;
  let menus: readonly Element[] = [];
  /** The card that the admin opened over its target. */
  let wanted: string | null = null;

  /** A question that cannot be read cannot be answered. */
  function mayCover(): boolean {
    const now = view();
    return now !== null && (now.preview !== null || wanted === momentOf(now));
  }

  function find(): void {
    const was = isThere;
    isThere = card.place(target(), menus) || (mayCover() && card.place(null, menus));
    if (was !== isThere) onChange();
  }

  return {
    isThere: () => isThere,
    find,
    avoid: (open) => {
      menus = open;
    },
    make: () => {
      const now = view();
      if (isThere || !now || now.collapsed) return false;
      wanted = momentOf(now);
      find();
      return true;
    },
  };
}

/** What a card is about: another one makes room for its own target again. */
function momentOf({ step, status, problem }: PanelView): string {
  return `${step} ${status} ${problem?.code ?? ''}`;
}
