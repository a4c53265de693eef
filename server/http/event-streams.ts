import { PassThrough } from 'node:stream';
import type { AppContext } from './app-state.ts';

const HEARTBEAT_MS = 15_000;
/** A reader that is this far behind is let go; it comes back with Last-Event-ID. */
const MOST_BUFFERED_BYTES = 262_144;

/** A server-sent event. Without `id` the reader's Last-Event-ID stays. */
export type ServerSentEvent = { event: string; data: unknown; id?: string | number };

export type EventStream = {
  /** The reader's Last-Event-ID, or null. */
  lastEventId: string | null;
  send(event: ServerSentEvent): void;
  /** Resolves when the reader has taken enough of what was sent for more to be sent, or is gone. */
  drained(): Promise<void>;
  /** Ends the stream from this side. */
  end(): void;
  /** Calls back once, when the stream has ended, whoever ended it. */
  onEnd(listener: () => void): void;
};

/** The open event streams of a server, so that they can be ended when it stops. */
export function createEventStreams(heartbeatMs = HEARTBEAT_MS) {
  const open = new Set<EventStream>();

  /** Turns the answer into an event stream with a heartbeat. */
  function openEventStream(ctx: AppContext): EventStream {
    const pipe = new PassThrough();
    const heartbeat = setInterval(() => write(':\n\n'), heartbeatMs);
    const stream: EventStream = {
      lastEventId: ctx.get('Last-Event-ID') || null,
      send: (event) => write(eventText(event)),
      drained: () => drained(pipe),
      end: () => pipe.end(),
      onEnd: (listener) => pipe.once('close', listener),
    };

    function write(text: string): void {
      if (!pipe.writable) return;
      pipe.write(text);
      if (pipe.writableLength + ctx.res.writableLength > MOST_BUFFERED_BYTES) pipe.destroy();
    }

    open.add(stream);
    pipe.once('close', () => {
      clearInterval(heartbeat);
      open.delete(stream);
    });
    ctx.res.once('close', () => pipe.destroy());
    ctx.req.socket.setNoDelay(true);
    ctx.status = 200;
    ctx.set({ 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store', 'X-Accel-Buffering': 'no' });
    ctx.body = pipe;
    // Something at once, so that the reader knows that it is connected.
    write(':\n\n');
    return stream;
  }

  return {
    open: openEventStream,
    /** Ends every stream: readers come back to the next process. */
    endAll: (): void => {
      for (const stream of open) stream.end();
    },
  };
}

export type EventStreams = ReturnType<typeof createEventStreams>;

function drained(pipe: PassThrough): Promise<void> {
  if (!pipe.writableNeedDrain || pipe.destroyed) return Promise.resolve();
  return new Promise((resolve) => {
    const tell = (): void => {
      // Both: a stream is waited for many times, and what waits for its end would stay.
      pipe.off('drain', tell).off('close', tell);
      resolve();
    };
    pipe.on('drain', tell).on('close', tell);
  });
}

function eventText({ event, data, id }: ServerSentEvent): string {
  const head = id === undefined ? '' : `id: ${id}\n`;
  return `${head}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
}
