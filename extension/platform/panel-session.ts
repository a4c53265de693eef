import { openChannel, type Channel } from './ports.ts';
import { PANEL_PORT, PING_MS, type FromPanel, type ToPanel } from './protocol.ts';

const RETRY_MS = 250;

export type PanelSessionDeps = {
  document: Document;
  /** The tab that the panel is open in, or null when it is a real side panel. */
  ownTab: () => Promise<{ tabId: number; windowId: number | null } | null>;
  onMessage: (message: ToPanel) => void;
};

/** A side panel's line to the background: opened again when the worker was killed, pinged while in view. */
export function openPanelSession({ document, ownTab, onMessage }: PanelSessionDeps) {
  let channel: Channel<ToPanel, FromPanel> | null = null;
  let unsent: FromPanel[] = [];

  async function connect(): Promise<void> {
    const tab = await ownTab();
    const opened = openChannel<ToPanel, FromPanel>(PANEL_PORT);
    opened.onMessage(onMessage);
    opened.onClose(() => {
      channel = null;
      setTimeout(() => void connect(), RETRY_MS);
    });
    opened.send({ type: 'hello', tabId: tab?.tabId ?? null, windowId: tab?.windowId ?? null });
    channel = opened;
    unsent.splice(0).forEach((message) => opened.send(message));
  }

  setInterval(() => {
    if (document.visibilityState === 'visible') channel?.send({ type: 'ping' });
  }, PING_MS);
  void connect();

  return {
    /** Sends now, or as soon as the line is open. */
    send(message: FromPanel): void {
      if (channel) channel.send(message);
      else unsent = [...unsent, message];
    },
  };
}
