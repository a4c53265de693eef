import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { ApiError } from '../api/client.ts';

/** Something that is being loaded, could not be loaded, or is there. */
export type Resource<T> = { state: 'loading' } | { state: 'failed'; error: ApiError } | { state: 'ready'; value: T };

/** Whether there is no such thing, at least for who asked, so that to ask again is no use. */
export function isMissing(resource: Resource<unknown>): boolean {
  return resource.state === 'failed' && resource.error.status === 404;
}

/**
 * Loads something and loads it again when `key` changes or `reload` is called. What was there stays on screen while the
 * same thing is loaded again.
 */
export function useResource<T>(
  key: string,
  load: (signal: AbortSignal) => Promise<T>,
): { resource: Resource<T>; reload: () => void } {
  const [held, setHeld] = useState<{ key: string; resource: Resource<T> }>({ key, resource: { state: 'loading' } });
  const [round, setRound] = useState(0);
  const latest = useRef(load);
  latest.current = load;

  useEffect(() => {
    const abort = new AbortController();
    latest.current(abort.signal).then(
      (value) => {
        if (!abort.signal.aborted) setHeld({ key, resource: { state: 'ready', value } });
      },
      (error: unknown) => {
        if (!abort.signal.aborted) setHeld({ key, resource: { state: 'failed', error: ApiError.from(error) } });
      },
    );
    return () => abort.abort();
  }, [key, round]);

  const reload = useCallback(() => setRound((before) => before + 1), []);
  return { resource: held.key === key ? held.resource : { state: 'loading' }, reload };
}
