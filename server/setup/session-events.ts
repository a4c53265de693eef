import type { SetupSnapshot } from '../../shared/setup/snapshot.ts';
import type { SetupAccess } from './sessions.ts';
import type { Setup } from './setup.ts';

/** The part of an event stream that is used here. */
type Stream = {
  lastEventId: string | null;
  send(event: { event: string; data: unknown; id?: string }): void;
  end(): void;
  onEnd(listener: () => void): void;
};

/**
 * Sends a session's snapshots as they change, each with an id by which a reader that lost its connection resumes, and
 * `ended` with the reason when there is nothing more to follow.
 */
export function sendSessionEvents(setup: Setup, access: SetupAccess, stream: Stream): void {
  const stop = setup.watch(access, {
    lastId: stream.lastEventId,
    onSnapshot: (data: SetupSnapshot, id: string) => stream.send({ event: 'snapshot', data, id }),
    onEnd: (reason) => {
      stream.send({ event: 'ended', data: { reason } });
      stream.end();
    },
  });
  stream.onEnd(stop);
}
