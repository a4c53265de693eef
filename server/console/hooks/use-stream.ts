import { useEffect, useRef, useState } from 'preact/hooks';
import type { StreamEvent } from '../../../shared/event-stream.ts';
import { readStream, type StreamState } from '../api/stream.ts';

/** What is read: `path` null is nothing; `after` is the event to go on from, which counts when the reading begins. */
export type StreamSource = { path: string | null; bearer?: string; after?: number };

/** Reads a live stream while the component is on screen. */
export function useStream(source: StreamSource, onEvent: (event: StreamEvent) => void): StreamState {
  const [state, setState] = useState<StreamState>({ state: 'opening' });
  const latest = useRef(onEvent);
  latest.current = onEvent;
  const { path, bearer } = source;
  const after = source.after?.toString();

  useEffect(() => {
    if (path === null) return;
    const abort = new AbortController();
    const handle = (event: StreamEvent) => latest.current(event);
    void readStream({ path, bearer, after, onEvent: handle, onState: setState, signal: abort.signal });
    return () => abort.abort();
  }, [path, bearer]);

  return state;
}
