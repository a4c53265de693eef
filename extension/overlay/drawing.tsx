import { render } from 'preact';
import type { PanelView } from '../../shared/setup/panel.ts';
import type { PanelWords } from '../../shared/texts/panel-words.ts';
import { Panel, type PanelProps, type Remark } from '../../shared/ui/panel.tsx';
import type { Card } from './card.ts';
import { isSameDrawing } from './integrity.ts';

/** What the card shows. */
export type Shown = { view: PanelView; words: PanelWords; remark: Remark | null };

type Handlers = Pick<PanelProps, 'onAction' | 'onDismiss'>;

/** For a drawing that is only compared. */
const DEAF: Handlers = { onAction: () => undefined, onDismiss: () => undefined };

export type Drawing = ReturnType<typeof createDrawing>;

/** Draws the panel into the card, and can tell whether the page has changed it since. */
export function createDrawing(card: Pick<Card, 'element' | 'isOurs'>, handlers: Handlers) {
  let drawn: Shown | null = null;

  const panel = ({ view, words, remark }: Shown, on: Handlers) => (
    <Panel view={view} words={words} remark={remark} {...on} />
  );

  return {
    /** Draws, and answers the panel's element. */
    draw(shown: Shown): Element | null {
      drawn = shown;
      render(panel(shown, handlers), card.element);
      return card.element.firstElementChild;
    },

    /** Takes everything away, so that it is drawn from nothing the next time: Preact trusts what it drew. */
    clear: (): void => render(null, card.element),

    /** Whether the card is as it would be drawn anew: the page can reach into an open shadow root. */
    isIntact(): boolean {
      if (!drawn) return false;
      const meant = card.element.ownerDocument.createElement('div');
      render(panel(drawn, DEAF), meant);
      const [is, should] = [card.element.firstElementChild, meant.firstElementChild];
      const isSame = card.element.childElementCount === 1 && is && should && isSameDrawing(is, should);
      render(null, meant);
      return isSame === true && card.isOurs();
    },
  };
}
