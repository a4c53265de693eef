import type { Texts } from '../../../shared/texts/en.ts';
import type { Answer } from '../../platform/protocol.ts';
import type { SidePanelModel } from './view.tsx';

/** What an answer of the background changes on the page. */
export function afterAnswer(answer: Answer, model: SidePanelModel, { sidePanel }: Texts): Partial<SidePanelModel> {
  switch (answer) {
    case 'connected':
      return { busy: false, failure: null };
    case 'link-invalid':
      return { busy: false, failure: sidePanel.linkInvalid };
    case 'link-insecure':
      return { busy: false, failure: sidePanel.linkInsecure };
    case 'link-refused':
      return { busy: false, failure: sidePanel.linkRefused };
    case 'server-away':
      return { busy: false, failure: sidePanel.serverAway };
    case 'key-taken':
      return { keyRemark: { text: sidePanel.keyTaken(model.state?.view?.heldKey ?? ''), tone: 'good' } };
    case 'key-damaged':
      return { keyRemark: { text: sidePanel.keyDamaged, tone: 'bad' } };
    case 'key-empty':
      return { keyRemark: { text: sidePanel.keyEmpty, tone: 'bad' } };
    case 'forgotten':
      return { busy: false, keyRemark: null, asksToForget: false, failure: null, copiedKey: false };
  }
}
