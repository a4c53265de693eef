/** How often a condition is looked at besides what observers report, in milliseconds. */
const INTERVAL_MS = 100;

/**
 * Waits until `condition` gives something, looking whenever the document changes and every 100 ms.
 * Answers null at the deadline (in milliseconds from now) or when aborted; never throws.
 */
export function waitFor<T>(
  document: Document,
  condition: () => T | null,
  options: { deadlineMs: number; signal?: AbortSignal },
): Promise<T | null> {
  return new Promise((resolve) => {
    const stop = new AbortController();
    const finish = (value: T | null): void => {
      if (stop.signal.aborted) return;
      stop.abort();
      observer.disconnect();
      clearInterval(interval);
      clearTimeout(deadline);
      resolve(value);
    };
    const look = (): void => {
      const value = condition();
      if (value !== null) finish(value);
    };
    const observer = new MutationObserver(look);
    const interval = setInterval(look, INTERVAL_MS);
    const deadline = setTimeout(() => finish(null), options.deadlineMs);
    options.signal?.addEventListener('abort', () => finish(null), { signal: stop.signal });
    observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    if (options.signal?.aborted) finish(null);
    else look();
  });
}
