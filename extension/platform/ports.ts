import { browser } from 'wxt/browser';

/** One end of a connection between two parts of the extension. */
export type Channel<In, Out> = {
  send(message: Out): void;
  onMessage(listener: (message: In) => void): void;
  onClose(listener: () => void): void;
  close(): void;
};

/** Who opened a channel to the background. */
export type Sender = { tabId: number | null; frameId: number | null; origin: string | null };

type Port = ReturnType<typeof browser.runtime.connect>;

/** Opens a channel to the background. Throws when the extension was updated or removed under this page. */
export function openChannel<In, Out>(name: string): Channel<In, Out> {
  return channelOf<In, Out>(browser.runtime.connect({ name }));
}

/** Calls for every channel that another part of the extension opens to the background. */
export function onChannel(listener: (name: string, channel: Channel<unknown, unknown>, sender: Sender) => void): void {
  browser.runtime.onConnect.addListener((port) => {
    const sender = port.sender;
    if (sender?.id !== browser.runtime.id) {
      port.disconnect();
      return;
    }
    const origin = sender.url === undefined ? null : new URL(sender.url).origin;
    listener(port.name, channelOf(port), {
      tabId: sender.tab?.id ?? null,
      frameId: sender.frameId ?? null,
      origin,
    });
  });
}

/** Calls when the background wakes this page. */
export function onWake(message: string, listener: () => void): void {
  browser.runtime.onMessage.addListener((received: unknown, sender, sendResponse) => {
    if (sender.id !== browser.runtime.id || received !== message) return undefined;
    listener();
    // To return `true` only announces an answer.
    sendResponse(true);
    return true;
  });
}

/** Whether this page still belongs to a living extension. */
export function isExtensionAlive(): boolean {
  try {
    return Boolean(browser.runtime.id);
  } catch {
    return false;
  }
}

function channelOf<In, Out>(port: Port): Channel<In, Out> {
  return {
    send: (message) => {
      try {
        port.postMessage(message);
      } catch {
        // The other end is gone; `onClose` tells whoever needs to know.
      }
    },
    onMessage: (listener) => port.onMessage.addListener((message: unknown) => listener(message as In)),
    onClose: (listener) => port.onDisconnect.addListener(() => listener()),
    close: () => port.disconnect(),
  };
}
