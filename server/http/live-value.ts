import { createHash } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { oneAtATime } from '../../shared/one-at-a-time.ts';
import type { EventStream } from './event-streams.ts';

/** A burst of changes is shown as one. */
const PAUSE_MS = 60;

export type LiveValue = {
  /** Name of the event whose data is the value. */
  event: string;
  /** The value now; it is sent when it differs from what was sent last. */
  read: () => Promise<unknown>;
  /** Calls back when the value may have changed. Returns the function that ends it. */
  onChange: (listener: () => void) => () => void;
  /** A look that failed, for the log; the next change looks again. */
  onError: (error: unknown) => void;
};

/** Sends a value and every later one, each with an id by which a reader that lost its connection resumes. */
export function sendLive(stream: EventStream, value: LiveValue): void {
  let lastId = stream.lastEventId;
  let over = false;

  async function lookOnce(): Promise<void> {
    const data = await value.read();
    const id = createHash('sha256').update(JSON.stringify(data)).digest('hex').slice(0, 16);
    if (over || id === lastId) return;
    lastId = id;
    stream.send({ event: value.event, data, id });
  }

  const look = oneAtATime(
    async () => {
      await lookOnce().catch(value.onError);
      await delay(PAUSE_MS, undefined, { ref: false });
    },
    () => over,
  );
  const unsubscribe = value.onChange(() => void look());
  stream.onEnd(() => {
    over = true;
    unsubscribe();
  });
  void look();
}
