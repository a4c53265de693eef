import type { Channel } from './ports.ts';

const FIRST_DELAY_MS = 250;
const LONGEST_DELAY_MS = 4000;

export type LineDeps<In, Out> = {
  open: () => Channel<In, Out>;
  /** Whether the extension that this page belongs to still lives. */
  isAlive: () => boolean;
  /** Whether a lost line is opened again. */
  isWanted: () => boolean;
  onOrphaned: () => void;
  /** The first message on every new line. */
  greet: () => Out;
  onMessage: (message: In) => void;
};

export type Line<Out> = {
  /** Opens the line if it is not open; answers whether it had to. */
  connect(): boolean;
  isOpen(): boolean;
  /** Sends now, or not at all. */
  send(message: Out): void;
  /** Sends now, or as soon as the line is open again. */
  sendForSure(message: Out): void;
  close(): void;
};

/** A line to the background that is opened again when the browser killed the worker at its other end. */
export function createLine<In, Out>(deps: LineDeps<In, Out>): Line<Out> {
  let channel: Channel<In, Out> | null = null;
  let delay = FIRST_DELAY_MS;
  let unsent: Out[] = [];

  function connect(): boolean {
    if (channel) return false;
    if (!deps.isAlive()) {
      deps.onOrphaned();
      return false;
    }
    const opened = deps.open();
    channel = opened;
    opened.onMessage((message) => {
      delay = FIRST_DELAY_MS;
      deps.onMessage(message);
    });
    opened.onClose(() => lost(opened));
    opened.send(deps.greet());
    for (const message of unsent) opened.send(message);
    unsent = [];
    return true;
  }

  function lost(closed: Channel<In, Out>): void {
    if (channel !== closed) return;
    channel = null;
    if (!deps.isWanted()) return;
    setTimeout(connect, delay);
    delay = Math.min(delay * 2, LONGEST_DELAY_MS);
  }

  return {
    connect,
    isOpen: () => channel !== null,
    send: (message) => channel?.send(message),
    sendForSure: (message) => {
      if (channel) channel.send(message);
      else unsent = [...unsent, message];
    },
    close: () => {
      const closed = channel;
      channel = null;
      closed?.close();
    },
  };
}
