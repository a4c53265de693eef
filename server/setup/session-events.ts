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

const whole = (snapshot: SetupSnapshot): SetupSnapshot => snapshot;

/**
 * Sends a session's snapshots as they change, each with an id by which a reader that lost its connection resumes, and
 * `ended` with the reason when there is nothing more to follow.
 * @param shown what the reader may see of a snapshot; all of it unless told otherwise.
 */
export function sendSessionEvents(setup: Setup, access: SetupAccess, stream: Stream, shown = whole): void {
  const stop = setup.watch(access, {
    lastId: stream.lastEventId,
    onSnapshot: (snapshot: SetupSnapshot, id: string) => stream.send({ event: 'snapshot', data: shown(snapshot), id }),
    onEnd: (reason) => {
      stream.send({ event: 'ended', data: { reason } });
      stream.end();
    },
  });
  stream.onEnd(stop);
}
