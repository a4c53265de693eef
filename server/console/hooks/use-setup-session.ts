import { useEffect, useState } from 'preact/hooks';
import { snapshotSchema } from '../../../shared/api/setup.ts';
import type { EvidenceFact } from '../../../shared/setup/evidence.ts';
import { isOlder, type SetupSnapshot } from '../../../shared/setup/snapshot.ts';
import type { StepId } from '../../../shared/setup/steps.ts';
import { setupApi } from '../api/calls.ts';
import { ApiError } from '../api/client.ts';
import type { StreamState } from '../api/stream.ts';
import { useStream } from './use-stream.ts';

/** A setup session behind its link: being opened, not to be had, or there and kept current. */
export type SetupSession =
  | { state: 'opening' }
  | { state: 'ended' }
  | { state: 'failed'; error: ApiError; retry: () => void }
  | { state: 'open'; snapshot: SetupSnapshot; stream: StreamState; report: Report };

/** Tells the server what the admin did by hand. */
export type Report = (step: StepId, fact: EvidenceFact) => Promise<void>;

/** Opens the session of a link and follows it live. */
export function useSetupSession(token: string): SetupSession {
  const server = setupApi(token);
  const [snapshot, setSnapshot] = useState<SetupSnapshot | null>(null);
  const [error, setError] = useState<ApiError | null>(null);
  const [round, setRound] = useState(0);

  const load = async (signal?: AbortSignal) => {
    try {
      const loaded = await server.session(signal);
      setSnapshot((before) => newer(before, loaded));
      setError(null);
    } catch (cause) {
      if (!signal?.aborted) setError(ApiError.from(cause));
    }
  };
  useEffect(() => {
    const abort = new AbortController();
    void load(abort.signal);
    return () => abort.abort();
  }, [token, round]);

  const stream = useStream({ path: snapshot ? server.streamPath : null, bearer: token }, (event) => {
    if (event.type !== 'snapshot') return;
    const arrived = snapshotSchema.safeParse(JSON.parse(event.data));
    if (arrived.success) setSnapshot((before) => newer(before, arrived.data));
  });

  if (isGone(error) || (stream.state === 'ended' && isGone(stream.error))) return { state: 'ended' };
  if (snapshot) return { state: 'open', snapshot, stream, report: reporter(server, load) };
  if (error) return { state: 'failed', error, retry: () => setRound(round + 1) };
  return { state: 'opening' };
}

function reporter(server: ReturnType<typeof setupApi>, load: () => Promise<void>): Report {
  return async (step, fact) => {
    await server.report({ evidence: [{ step, fact, seenBy: 'admin', note: null, fingerprint: null, ageMs: 0 }] });
    await load();
  };
}

/** An answer that was on its way for longer must not undo a newer one. */
function newer(before: SetupSnapshot | null, arrived: SetupSnapshot): SetupSnapshot {
  return before && isOlder(arrived, before) ? before : arrived;
}

/** Expired, revoked or never there. */
function isGone(error: ApiError | null): boolean {
  return error !== null && [401, 403, 404, 410].includes(error.status);
}
