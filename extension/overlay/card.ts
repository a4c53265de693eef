import { boxOf } from './box-of.ts';
import { placeCard, type Box } from './place-card.ts';

export type Card = {
  element: HTMLElement;
  /**
   * Puts the card where it covers neither the target nor an open menu of the page. Answers false when there is no room
   * but for the pill.
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
      const { clientWidth, clientHeight } = root.ownerDocument.documentElement;
      const size = { width: element.offsetWidth, height: wantedHeight() };
      const box = around([...(target ? [target] : []), ...menus]);
      const isRtl = getComputedStyle(element).direction === 'rtl';
      const placement = placeCard({ width: clientWidth, height: clientHeight }, size, box, isRtl);
      if (!placement) return false;
      element.dataset['corner'] = placement.corner;
      element.style.setProperty(HEIGHT, `${placement.maxHeight}px`);
      return true;
    },
  };
}
