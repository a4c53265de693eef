import { cardOf, type ClickedCard, type PanelAction, type PanelView } from '../../shared/setup/panel.ts';
import type { PanelWords } from '../../shared/texts/panel-words.ts';
import type { Consent } from './consent.ts';
import { copyRemark, copyText } from './copy.ts';
import type { Drawing } from './drawing.tsx';
import type { Remarks } from './remark.ts';

export type ClicksDeps = {
  guard: Pick<Consent, 'judge' | 'isSeenSoon'>;
  drawing: Pick<Drawing, 'isIntact' | 'clear'>;
  remarks: Remarks;
  document: Document;
  /** What the card shows now. */
  shown: () => { view: PanelView; words: PanelWords } | null;
  /** Told of every click of a person, whatever comes of it. */
  began: (event: MouseEvent) => void;
  /** A button of that card was clicked by a person. */
  onAction: (action: PanelAction, on: ClickedCard) => void;
};

export type Clicks = ReturnType<typeof createClicks>;

/** Takes the clicks on the card's buttons, and hands on those that a person meant. */
export function createClicks({ guard, drawing, remarks, document, shown, began, onAction }: ClicksDeps) {
  function refuse(): void {
    if (!drawing.isIntact()) drawing.clear();
    const words = shown()?.words.remarks;
    if (words) remarks.say({ text: words.notVerified, tone: 'bad' });
  }

  function act(action: PanelAction, view: PanelView): void {
    const now = action === 'copy' ? shown() : null;
    if (!now || now.view.copyText === null) onAction(action, cardOf(view));
    else void copyText(now.view.copyText, document).then((is) => remarks.say(copyRemark(is, now.words.remarks)));
  }

  async function actOnceSeen(action: PanelAction, view: PanelView): Promise<void> {
    const isSeen = await guard.isSeenSoon();
    const now = shown()?.view;
    // What was clicked is gone when the step moved on meanwhile.
    if (now?.step !== view.step || now.status !== view.status) return;
    if (isSeen) act(action, view);
    else refuse();
  }

  return {
    take(action: PanelAction, event: MouseEvent): void {
      const view = shown()?.view;
      if (!view || !event.isTrusted) return;
      began(event);
      const verdict = guard.judge(event, action);
      // What was said of the click before is not said of this one.
      remarks.drop();
      if (verdict === 'genuine') act(action, view);
      else if (verdict === 'lured') refuse();
      else void actOnceSeen(action, view);
    },
  };
}
