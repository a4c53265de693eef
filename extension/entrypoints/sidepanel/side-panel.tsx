import type { ComponentChild } from 'preact';
import { texts } from '../../../shared/texts/texts.ts';
import type { PanelAction } from '../../../shared/setup/panel.ts';
import type { Remark } from '../../../shared/ui/panel.tsx';
import { copyText } from '../../overlay/copy.ts';
import type { Answer, FromPanel, SidePanelState, ToPanel } from '../../platform/protocol.ts';
import { SidePanelView, type SidePanelModel } from './view.tsx';

const REMARK_MS = 5000;

export type SidePanelDeps = {
  document: Document;
  locale: string;
  render: (content: ComponentChild) => void;
  send: (message: FromPanel) => void;
  /** Asks for the admin origins, inside of a click. */
  askForAccess: () => Promise<boolean>;
};

export type SidePanel = ReturnType<typeof createSidePanel>;

/** The assistant's own page: connecting, the panel of the tab in front, and the key that was pasted by hand. */
export function createSidePanel({ document, locale, render, send, askForAccess }: SidePanelDeps) {
  const language = texts(locale);
  let model: SidePanelModel = {
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
  let copiedKey: string | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function update(change: Partial<SidePanelModel>): void {
    model = { ...model, ...change };
    draw();
  }

  function draw(): void {
    render(<SidePanelView model={model} texts={language} locale={locale} on={handlers} />);
  }

  function say(remark: Remark): void {
    update({ remark });
    clearTimeout(timer);
    timer = setTimeout(() => update({ remark: null }), REMARK_MS);
  }

  function takeState(state: SidePanelState): void {
    document.documentElement.dataset['connection'] = state.connection;
    update({ state, connection: state.connection });
  }

  function takeAnswer(answer: Answer): void {
    const { sidePanel } = language;
    switch (answer) {
      case 'connected':
        return update({ busy: false, failure: null });
      case 'link-invalid':
        return update({ busy: false, failure: sidePanel.linkInvalid });
      case 'link-insecure':
        return update({ busy: false, failure: sidePanel.linkInsecure });
      case 'link-refused':
        return update({ busy: false, failure: sidePanel.linkRefused });
      case 'server-away':
        return update({ busy: false, failure: sidePanel.serverAway });
      case 'key-taken':
        return update({ keyRemark: { text: sidePanel.keyTaken(model.state?.view?.heldKey ?? ''), tone: 'good' } });
      case 'key-damaged':
        return update({ keyRemark: { text: sidePanel.keyDamaged, tone: 'bad' } });
      case 'key-empty':
        return update({ keyRemark: { text: sidePanel.keyEmpty, tone: 'bad' } });
      case 'forgotten':
        return update({ keyRemark: null, asksToForget: false, failure: null, copiedKey: false });
    }
  }

  async function copyKey(key: string): Promise<void> {
    const copied = await copyText(key, document);
    copiedKey = copied ? key : null;
    update({ copiedKey: copied });
    if (!copied) say({ text: language.panel.copyByHand, tone: 'bad' });
  }

  /** Clears the clipboard, unless something else was copied since. */
  async function clearClipboard(): Promise<void> {
    const clipboard = document.defaultView?.navigator.clipboard;
    const now = await clipboard?.readText().catch(() => copiedKey);
    if (now === copiedKey) await clipboard?.writeText('').catch(() => undefined);
    copiedKey = null;
    update({ copiedKey: false });
    say({ text: language.sidePanel.clipboardCleared, tone: 'good' });
  }

  function act(action: PanelAction, event: MouseEvent): void {
    if (!event.isTrusted) return;
    const view = model.state?.view;
    if (action !== 'copy' || !view) return send({ type: 'action', action });
    if (view.copyText === null) return send({ type: 'copy-key' });
    const { panel } = language;
    void copyText(view.copyText, document).then((copied) =>
      say(copied ? { text: panel.copied, tone: 'good' } : { text: panel.copyByHand, tone: 'bad' }),
    );
  }

  const handlers = {
    connect: (link: string) => {
      update({ busy: true, failure: null });
      send({ type: 'connect', link });
    },
    act,
    useKey: (key: string) => send({ type: 'use-key', key }),
    forget: () => {
      if (!model.asksToForget) return update({ asksToForget: true });
      send({ type: 'forget' });
    },
    clearClipboard: () => void clearClipboard(),
    grant: () => void askForAccess().then((granted) => update({ hasAccess: granted })),
  };

  return {
    draw,

    receive(message: ToPanel): void {
      if (message.type === 'state') return takeState(message.state);
      if (message.type === 'answer') return takeAnswer(message.answer);
      void copyKey(message.key);
    },

    noteAccess: (hasAccess: boolean): void => update({ hasAccess }),
  };
}
