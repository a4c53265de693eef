import type { NewActivity } from './call-row.ts';
import type { ActivityStore, NewRefused } from './store.ts';

const FLUSH_AFTER_MS = 50;
const FLUSH_AT_ROWS = 200;
/** While the store is away: how often it is tried again, whether or not more calls come. */
const RETRY_AFTER_MS = 1_000;
/** While the store is away: what is kept in memory before the oldest is given up. */
const MOST_WAITING = 10_000;

type Deps = {
  store: ActivityStore;
  /** Called when a batch is stored, with how many refused calls were in it. */
  stored: (refused: number) => void;
  /** A batch that could not be stored; it is tried again with the next. */
  onError: (error: unknown) => void;
};

/** Gathers calls and stores them in batches, in the order in which they came. */
export function createWriteBehind({ store, stored, onError }: Deps) {
  let calls: { companyId: string; entry: NewActivity }[] = [];
  let refused: NewRefused[] = [];
  let timer: NodeJS.Timeout | null = null;
  let flushing: Promise<void> = Promise.resolve();
  let closed = false;

  function schedule(rows: number): void {
    if (rows === FLUSH_AT_ROWS) void flush();
    else timer ??= setTimeout(() => void flush(), FLUSH_AFTER_MS);
  }

  function flush(): Promise<void> {
    if (timer) clearTimeout(timer);
    timer = null;
    flushing = flushing.then(storeBatch);
    return flushing;
  }

  async function storeBatch(): Promise<void> {
    if (calls.length === 0 && refused.length === 0) return;
    const batch = { calls, refused };
    calls = [];
    refused = [];
    try {
      await store.insert(batch.calls, batch.refused);
      stored(batch.refused.length);
    } catch (error) {
      onError(error);
      calls = [...batch.calls, ...calls].slice(-MOST_WAITING);
      refused = [...batch.refused, ...refused].slice(-MOST_WAITING);
      if (!closed) timer ??= setTimeout(() => void flush(), RETRY_AFTER_MS);
    }
  }

  return {
    /** Takes a call of a company. Returns at once. */
    add: (companyId: string, entry: NewActivity): void => {
      calls.push({ companyId, entry });
      if (calls.length > MOST_WAITING) calls.shift();
      schedule(calls.length);
    },
    /** Takes a call whose key nobody knows. Returns at once. */
    addRefused: (call: NewRefused): void => {
      refused.push(call);
      if (refused.length > MOST_WAITING) refused.shift();
      schedule(refused.length);
    },
    /** Stores everything taken so far. */
    flush,
    /** The same for the last time: what can not be stored now is given up. */
    close: (): Promise<void> => {
      closed = true;
      return flush();
    },
  };
}
