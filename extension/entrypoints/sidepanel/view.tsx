import type { PanelAction, PanelView } from '../../../shared/setup/panel.ts';
import type { Texts } from '../../../shared/texts/en.ts';
import { ConnectForm } from '../../../shared/ui/connect-form.tsx';
import { Mark } from '../../../shared/ui/icons.tsx';
import { KeyForm } from '../../../shared/ui/key-form.tsx';
import { panelWords } from '../../../shared/texts/panel-words.ts';
import { Panel, type Remark } from '../../../shared/ui/panel.tsx';
import { Sharing } from '../../../shared/ui/sharing.tsx';
import type { SidePanelState } from '../../platform/protocol.ts';

/** All that the side panel's page shows. */
export type SidePanelModel = {
  connection: 'unknown' | SidePanelState['connection'];
  state: SidePanelState | null;
  busy: boolean;
  /** Why the last link did not work, or null. */
  failure: string | null;
  remark: Remark | null;
  keyRemark: Remark | null;
  hasAccess: boolean;
  copiedKey: boolean;
  asksToForget: boolean;
};

export type SidePanelHandlers = {
  connect: (link: string) => void;
  act: (action: PanelAction, event: MouseEvent) => void;
  dismiss: (messageId: string, event: MouseEvent) => void;
  share: (on: boolean, event: MouseEvent) => void;
  useKey: (key: string) => void;
  forget: () => void;
  clearClipboard: () => void;
  grant: () => void;
};

type Props = { model: SidePanelModel; texts: Texts; locale: string; on: SidePanelHandlers };

/** The side panel's page, as plain data makes it. */
export function SidePanelView(props: Props) {
  const { model, texts, on } = props;
  const flow = model.state?.view?.flow;
  return (
    <>
      {model.connection !== 'none' && (
        <h1 class="sa-visually-hidden">
          {flow === 'replace-key' ? texts.sidePanel.replacingTitle : texts.sidePanel.title}
        </h1>
      )}
      {!model.hasAccess && (
        <section class="sa-sheet">
          <p>{texts.sidePanel.grantTitle}</p>
          <button type="button" class="sa-button" onClick={on.grant}>
            {texts.sidePanel.grant}
          </button>
        </section>
      )}
      {model.connection === 'none' && <Welcome {...props} />}
      {model.connection === 'expired' && <Reconnect {...props} />}
      {model.state?.view && <Connected {...props} />}
    </>
  );
}

function Welcome({ model, texts, on }: Props) {
  const { sidePanel } = texts;
  return (
    <>
      <section class="sa-sheet">
        <p class="sa-brand">
          <Mark />
          {sidePanel.title}
        </p>
        <h1>{sidePanel.connectTitle}</h1>
        <ConnectForm texts={texts} busy={model.busy} failure={model.failure} onConnect={on.connect} />
        <p class="sa-soft">{sidePanel.disclosureAgree}</p>
      </section>
      <section class="sa-sheet">
        <h2>{sidePanel.neededTitle}</h2>
        <p>{sidePanel.neededLead}</p>
        <ul class="sa-soft">
          {sidePanel.needed.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </section>
      <section class="sa-sheet">
        <h2>{sidePanel.disclosureTitle}</h2>
        <ul class="sa-soft">
          {sidePanel.disclosure.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </section>
    </>
  );
}

function Reconnect({ model, texts, on }: Props) {
  return (
    <section class="sa-sheet">
      <p>{texts.sidePanel.reconnect}</p>
      <ConnectForm texts={texts} busy={model.busy} failure={model.failure} onConnect={on.connect} />
    </section>
  );
}

function Connected(props: Props) {
  const { model, texts, locale, on } = props;
  const view = model.state?.view;
  const { sidePanel } = texts;
  if (!view) return null;
  return (
    <>
      <Panel
        view={view}
        words={panelWords(view, texts, locale)}
        remark={model.remark}
        onAction={on.act}
        onDismiss={on.dismiss}
      />
      <section class="sa-sheet">
        <h2>{texts.support.title}</h2>
        <Sharing
          guidance={view.guidance}
          texts={texts}
          onShare={(event) => on.share(true, event)}
          onEnd={(event) => on.share(false, event)}
        />
      </section>
      <KeySheet {...props} view={view} />
      <footer class="sa-foot">
        <p class="sa-soft">{sidePanel.connectedTo(view.companyName, model.state?.host ?? '')}</p>
        <button type="button" class="sa-button" data-quiet="" onClick={on.forget}>
          {model.asksToForget ? sidePanel.forgetConfirm : sidePanel.forget}
        </button>
        <p class="sa-soft">{sidePanel.shortcut}</p>
        <p class="sa-soft">{sidePanel.reloadHint}</p>
      </footer>
    </>
  );
}

/** The key by hand, until the set-up is over; what is left of one, for as long as there is something. */
function KeySheet({ model, texts, on, view }: Props & { view: PanelView }) {
  const { sidePanel } = texts;
  const isOver = view.status === 'finished';
  if (isOver && !view.heldKey && !model.copiedKey) return null;
  return (
    <section class="sa-sheet">
      {!isOver && <KeyForm texts={texts} remark={model.keyRemark} onUse={on.useKey} />}
      {view.heldKey && <p class="sa-soft">{texts.panel.heldKey(view.heldKey)}</p>}
      {model.copiedKey && (
        <>
          <p class="sa-message">{sidePanel.copyKeyWarning}</p>
          <button type="button" class="sa-button" onClick={on.clearClipboard}>
            {sidePanel.clearClipboard}
          </button>
        </>
      )}
    </section>
  );
}
