import { useEffect, useRef, useState } from 'preact/hooks';
import type { StreamEvent } from '../../../shared/event-stream.ts';
import { readStream, type StreamState } from '../api/stream.ts';

/** Reads a live stream while the component is on screen; `path` null reads nothing. */
export function useStream(
  source: { path: string | null; bearer?: string },
  onEvent: (event: StreamEvent) => void,
): StreamState {
  const [state, setState] = useState<StreamState>({ state: 'waiting' });
  const latest = useRef(onEvent);
  latest.current = onEvent;
  const { path, bearer } = source;

  useEffect(() => {
    if (path === null) return;
    const abort = new AbortController();
    const handle = (event: StreamEvent) => latest.current(event);
    void readStream({ path, bearer, onEvent: handle, onState: setState, signal: abort.signal });
    return () => abort.abort();
  }, [path, bearer]);

  return state;
}
