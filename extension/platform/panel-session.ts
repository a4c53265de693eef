import { createLine } from './line.ts';
import { isExtensionAlive, openChannel } from './ports.ts';
import { PANEL_PORT, PING_MS, type FromPanel, type ToPanel } from './protocol.ts';

export type PanelSessionDeps = {
  document: Document;
  /** The tab that the panel is open in, or null when it is a real side panel. */
  ownTab: () => Promise<{ tabId: number; windowId: number | null } | null>;
  onMessage: (message: ToPanel) => void;
};

/** A side panel's line to the background: opened again when the worker was killed, pinged while in view. */
export function openPanelSession({ document, ownTab, onMessage }: PanelSessionDeps) {
  let own: Awaited<ReturnType<typeof ownTab>> = null;
  const line = createLine<ToPanel, FromPanel>({
    open: () => openChannel(PANEL_PORT),
    isAlive: isExtensionAlive,
    isWanted: () => true,
    onOrphaned: () => undefined,
    greet: () => ({ type: 'hello', tabId: own?.tabId ?? null, windowId: own?.windowId ?? null }),
    onMessage,
  });
  setInterval(() => {
    if (document.visibilityState === 'visible') line.send({ type: 'ping' });
  }, PING_MS);
  void ownTab().then((tab) => {
    own = tab;
    line.connect();
  });
  return { send: (message: FromPanel): void => line.sendForSure(message) };
}
