import { boxOf } from './box-of.ts';
import { placeCard, type Box, type Size } from './place-card.ts';

export type Card = {
  element: HTMLElement;
  /**
   * Puts what is drawn, card or pill, where it covers neither the target nor an open menu of the page. Answers whether
   * there is room for the card.
   */
  place(target: Element | null, menus: readonly Element[]): boolean;
  /** Whether the box itself is as it was made: the page can reach it. */
  isOurs(): boolean;
};

/** The box around all that is not to be covered, or null when there is nothing. */
function around(elements: readonly Element[]): Box | null {
  const boxes = elements.filter((element) => element.isConnected).map(boxOf);
  if (boxes.length === 0) return null;
  return {
    left: Math.min(...boxes.map((box) => box.left)),
    top: Math.min(...boxes.map((box) => box.top)),
    right: Math.max(...boxes.map((box) => box.right)),
    bottom: Math.max(...boxes.map((box) => box.bottom)),
  };
}

const HEIGHT = '--sa-card-height';

/** The box that holds the panel over the page. */
export function createCard(root: ShadowRoot): Card {
  const element = root.ownerDocument.createElement('div');
  element.className = 'sa-card';
  element.dataset['corner'] = 'end-bottom';
  root.append(element);
  /** How large the open card was when it was drawn last. */
  let opened: Size | null = null;

  /** The height that the open panel would like to have. */
  const wantedHeight = (): number => {
    const body = element.querySelector('.sa-body');
    const height = body ? element.offsetHeight - body.clientHeight + body.scrollHeight : element.offsetHeight;
    return Math.max(height, 1);
  };

  return {
    element,
    isOurs() {
      const isKnown = element.getAttributeNames().every((name) => ['class', 'data-corner', 'style'].includes(name));
      const { style } = element;
      return isKnown && element.className === 'sa-card' && [...style].every((name) => name === HEIGHT);
    },
    place(target, menus) {
      const { clientWidth: width, clientHeight: height } = root.ownerDocument.documentElement;
      const box = around([...(target ? [target] : []), ...menus]);
      const isRtl = getComputedStyle(element).direction === 'rtl';
      const drawn = { width: element.offsetWidth, height: wantedHeight() };
      const placement = placeCard({ width, height }, drawn, box, isRtl);
      if (placement) {
        element.dataset['corner'] = placement.corner;
        element.style.setProperty(HEIGHT, `${placement.maxHeight}px`);
      }
      const isPill = element.querySelector('[data-collapsed]') !== null;
      if (!isPill) opened = drawn;
      // That the pill has room tells nothing of the card, which would come and go.
      return isPill && opened ? placeCard({ width, height }, opened, box, isRtl) !== null : placement !== null;
    },
  };
}
