import type { RecordedCall } from './call-row.ts';
import type { ActivityStore } from './store.ts';

const BATCH = 500;

type Listener = (call: RecordedCall) => void;
type Watch = { listeners: Set<Listener>; lastId: Promise<number> };

/**
 * Who watches which company. What is told is read back from the store, whoever wrote it, so that every watcher sees every
 * call once and in the order of its id.
 */
export function createSubscriptions(store: ActivityStore, onError: (error: unknown) => void) {
  const watches = new Map<string, Watch>();

  function add(companyId: string, listener: Listener): () => void {
    const watch = watches.get(companyId) ?? begin(companyId);
    watch.listeners.add(listener);
    return () => {
      watch.listeners.delete(listener);
      if (watch.listeners.size === 0 && watches.get(companyId) === watch) watches.delete(companyId);
    };
  }

  function begin(companyId: string): Watch {
    const watch = { listeners: new Set<Listener>(), lastId: startOf(companyId) };
    watches.set(companyId, watch);
    return watch;
  }

  function startOf(companyId: string): Promise<number> {
    return store.lastId(companyId).catch((error: unknown) => {
      onError(error);
      return Number.MAX_SAFE_INTEGER;
    });
  }

  /** Tells every watcher what was stored since it was last told. */
  function deliver(): void {
    for (const [companyId, watch] of watches) {
      watch.lastId = watch.lastId.then((lastId) => tell(companyId, watch, lastId));
    }
  }

  async function tell(companyId: string, watch: Watch, lastId: number): Promise<number> {
    // Without a start, nothing can be told; the watch begins at the next chance.
    if (lastId === Number.MAX_SAFE_INTEGER) return startOf(companyId);
    try {
      const calls = await store.after(companyId, lastId, BATCH);
      for (const call of calls) for (const listener of watch.listeners) listener(call);
      const last = calls.at(-1)?.id ?? lastId;
      return calls.length === BATCH ? await tell(companyId, watch, last) : last;
    } catch (error) {
      onError(error);
      return lastId;
    }
  }

  return {
    add,
    deliver,
    /** Resolves when a watch of the company is sure to tell of what is stored from here on. */
    started: async (companyId: string): Promise<void> => {
      await watches.get(companyId)?.lastId;
    },
    close: async (): Promise<void> => {
      await Promise.all([...watches.values()].map(({ lastId }) => lastId));
    },
  };
}
