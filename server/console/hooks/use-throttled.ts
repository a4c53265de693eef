import { useCallback, useEffect, useRef } from 'preact/hooks';

/** The same function, run at most once in so many milliseconds; the last of many calls is never lost. */
export function useThrottled(run: () => void, everyMs: number): () => void {
  const timer = useRef<number | null>(null);
  const latest = useRef(run);
  latest.current = run;
  useEffect(
    () => () => {
      if (timer.current !== null) clearTimeout(timer.current);
    },
    [],
  );
  return useCallback(() => {
    timer.current ??= window.setTimeout(() => {
      timer.current = null;
      latest.current();
    }, everyMs);
  }, [everyMs]);
}
