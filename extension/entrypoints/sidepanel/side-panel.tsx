import type { ComponentChild } from 'preact';
import { cardOf, type PanelAction } from '../../../shared/setup/panel.ts';
import { texts } from '../../../shared/texts/texts.ts';
import { copyRemark, copyText } from '../../overlay/copy.ts';
import { createRemarks } from '../../overlay/remark.ts';
import type { FromPanel, SidePanelState, ToPanel } from '../../platform/protocol.ts';
import { afterAnswer } from './answers.ts';
import { createKeyCopy } from './key-copy.ts';
import { SidePanelView, type SidePanelHandlers, type SidePanelModel } from './view.tsx';

export type SidePanelDeps = {
  document: Document;
  locale: string;
  render: (content: ComponentChild) => void;
  send: (message: FromPanel) => void;
  /** Asks for the admin origins, inside of a click. */
  askForAccess: () => Promise<boolean>;
};

export type SidePanel = ReturnType<typeof createSidePanel>;

const EMPTY: SidePanelModel = {
  connection: 'unknown',
  state: null,
  busy: false,
  failure: null,
  remark: null,
  keyRemark: null,
  hasAccess: true,
  copiedKey: false,
  asksToForget: false,
};

/** The assistant's own page: connecting, the panel of the tab in front, and the key that was pasted by hand. */
export function createSidePanel({ document, locale, render, send, askForAccess }: SidePanelDeps) {
  const language = texts(locale);
  const keyCopy = createKeyCopy(document);
  const remarks = createRemarks(() => update({ remark: remarks.now() }));
  let model = EMPTY;

  function update(change: Partial<SidePanelModel>): void {
    model = { ...model, ...change };
    draw();
  }

  function draw(): void {
    render(<SidePanelView model={model} texts={language} locale={locale} on={handlers} />);
  }

  const sayCopied = (isCopied: boolean): void => remarks.say(copyRemark(isCopied, language.panel));
  const takeCopied = (copiedKey: boolean): void => {
    update({ copiedKey });
    sayCopied(copiedKey);
  };

  function act(action: PanelAction, event: MouseEvent): void {
    if (!event.isTrusted) return;
    const view = model.state?.view;
    if (!view) return;
    if (action !== 'copy') send({ type: 'action', action, on: cardOf(view) });
    else if (view.copyText === null) send({ type: 'copy-key' });
    else void copyText(view.copyText, document).then(sayCopied);
  }

  const handlers: SidePanelHandlers = {
    act,
    connect: (link) => {
      update({ busy: true, failure: null });
      send({ type: 'connect', link });
    },
    dismiss: (message, event) => {
      if (event.isTrusted) send({ type: 'dismiss', message });
    },
    share: (on, event) => {
      if (event.isTrusted) send({ type: 'share', on });
    },
    useKey: (key) => send({ type: 'use-key', key }),
    forget: () => {
      if (model.asksToForget) send({ type: 'forget' });
      else update({ asksToForget: true });
    },
    clearClipboard: () => void keyCopy.clear().then(() => update({ copiedKey: false })),
    grant: () => void askForAccess().then((hasAccess) => update({ hasAccess })),
  };

  return {
    draw,

    receive: (message: ToPanel): void => {
      if (message.type === 'state') update(shown(document, message.state));
      else if (message.type === 'answer') update(afterAnswer(message.answer, model, language));
      else void keyCopy.copy(message.key).then(takeCopied);
    },

    noteAccess: (hasAccess: boolean): void => update({ hasAccess }),
  };
}

/** Marks the page as connected or not, for whoever drives it, and takes the state in. */
function shown(document: Document, state: SidePanelState): Partial<SidePanelModel> {
  document.documentElement.dataset['connection'] = state.connection;
  return { state, connection: state.connection };
}
