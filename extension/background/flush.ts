import type { NewEvidence } from '../../shared/setup/evidence.ts';
import type { LocalEvidence } from '../guide/state.ts';
import type { Core } from './core.ts';
import { ServerError, type Connection, type ServerClient } from './server-client.ts';
import type { SessionStream } from './session-stream.ts';

const DAY_MS = 86_400_000;
const BATCH = 100;

export type FlushDeps = { core: Core; client: ServerClient; stream: SessionStream; now: () => number };

/**
 * Tells the server what it does not know yet, one batch after the other, and the guide that it knows. A press waits for
 * this before it happens.
 */
export function createFlush({ core, client, stream, now }: FlushDeps): () => void {
  let flushing: Promise<void> = Promise.resolve();

  async function flush(): Promise<void> {
    const target = core.connection();
    const entries = core.state().local.slice(0, BATCH);
    if (!target || entries.length === 0 || core.state().connection !== 'connected') return;
    try {
      await client.report(
        target,
        entries.map((entry) => toWire(entry, now())),
      );
      const snapshot = await client.session(target);
      core.answered(target, { type: 'acknowledged', ids: entries.map((entry) => entry.id), snapshot });
    } catch (error) {
      const why = noteFailure({ core, stream, target }, error);
      const { working } = core.state();
      if (working?.phase === 'acknowledge') core.answered(target, { type: 'failed', id: working.id, why, note: null });
    }
  }

  return () => {
    flushing = flushing.then(flush);
  };
}

/** Tells the guide why the server did not do something. Returns why, so that what was begun can be called off. */
export function noteFailure(
  { core, stream, target }: Pick<FlushDeps, 'core' | 'stream'> & { target: Connection },
  error: unknown,
): 'unreachable' | 'refused' {
  const why = error instanceof ServerError ? error.why : 'refused';
  if (why === 'unreachable') {
    core.answered(target, { type: 'server', up: false });
    if (core.isAt(target)) stream.doubt();
  }
  if (why === 'expired') core.answered(target, { type: 'expired' });
  return why === 'unreachable' ? 'unreachable' : 'refused';
}

/** Evidence as it is sent: the server stamps its own clock, less the age. */
function toWire({ step, fact, seenBy, note, fingerprint, atMs }: LocalEvidence, now: number): NewEvidence {
  const ageMs = Math.min(DAY_MS, Math.max(0, Math.round(now - atMs)));
  return { step, fact, seenBy, note, fingerprint, ageMs };
}
