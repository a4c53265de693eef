import { useEffect, useRef } from 'preact/hooks';
import type { StreamState } from '../api/stream.ts';
import { useResource, type Resource } from './use-resource.ts';
import { useStream, type StreamSource } from './use-stream.ts';
import { useThrottled } from './use-throttled.ts';

const RETRY_MS = 1_000;

type Live<T> = { resource: Resource<T>; reload: () => void; stream: StreamState };

/**
 * Something that is loaded again whenever its stream tells of a change. While the server is out of reach, what was there stays
 * on screen and `stream` says that it is not current; it is loaded again as soon as the stream is back.
 * @param source what to read, which may depend on what was loaded.
 * @param everyMs loads at most once in so many milliseconds.
 */
export function useLiveResource<T>(
  key: string,
  load: (signal: AbortSignal) => Promise<T>,
  source: (resource: Resource<T>) => StreamSource,
  everyMs = 0,
): Live<T> {
  const { resource, reload } = useResource(key, load);
  const last = useRef<{ key: string; resource: Resource<T> } | null>(null);
  if (resource.state === 'ready') last.current = { key, resource };
  const kept = isUnanswered(resource) && last.current?.key === key ? last.current.resource : null;
  const shown = kept ?? resource;
  const stream = useStream(source(shown), useThrottled(reload, everyMs));

  useEffect(() => {
    if (!kept || stream.state !== 'live') return;
    const timer = setTimeout(reload, RETRY_MS);
    return () => clearTimeout(timer);
  }, [resource, stream.state]);

  return { resource: shown, reload, stream: kept && stream.state === 'live' ? { state: 'waiting' } : stream };
}

/** No answer came, or none that says anything about what was asked for. */
function isUnanswered(resource: Resource<unknown>): boolean {
  return resource.state === 'failed' && (resource.error.status === 0 || resource.error.status >= 500);
}
