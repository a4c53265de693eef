import type { ApiKey, KeyStore } from './store.ts';

const EVERY_MS = 60_000;

/** Notes when keys were last used: off the request's path, and at most once a minute for each. */
export function createLastUse(store: KeyStore, now: () => Date) {
  const touched = new Map<string, number>();
  const writing = new Set<Promise<void>>();

  function touch(key: ApiKey): void {
    const at = now();
    const last = Math.max(touched.get(key.id) ?? 0, key.lastUsedAt === null ? 0 : Date.parse(key.lastUsedAt));
    if (at.getTime() - last < EVERY_MS) return;
    touched.set(key.id, at.getTime());
    // When the store can not take it, the next use after a minute tries again.
    const write = store.touch(key.companyId, key.id, at.toISOString()).catch(() => undefined);
    writing.add(write);
    void write.finally(() => writing.delete(write));
  }

  return {
    touch,
    /** Waits for what is still being written. */
    settle: async (): Promise<void> => {
      await Promise.all(writing);
    },
  };
}
