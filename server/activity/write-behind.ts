import type { NewActivity } from './call-row.ts';
import { createQueue } from './queue.ts';
import type { ActivityStore, NewCall, NewRefused } from './store.ts';

const FLUSH_AFTER_MS = 50;
const FLUSH_AT_ROWS = 200;
/** While the store is away: how often it is tried again, whether or not more calls come. */
const RETRY_AFTER_MS = 1_000;

type Deps = {
  store: ActivityStore;
  /** Called when calls of companies are stored. */
  stored: () => void;
  /** Called when refused calls are stored. */
  storedRefused: () => void;
  /** A batch that could not be stored, and is tried again, or a call that never can. */
  onError: (error: unknown) => void;
};

/**
 * Gathers calls and stores them in batches, in the order in which they came. Those of companies go apart from refused ones,
 * which anybody can make: what is wrong with these stops none of those.
 */
export function createWriteBehind({ store, stored, storedRefused, onError }: Deps) {
  const calls = createQueue<NewCall>({ insert: (name, batch) => store.insert(name, batch), stored, onError });
  const refused = createQueue<NewRefused>({
    insert: (name, batch) => store.insertRefused(name, batch),
    stored: storedRefused,
    onError,
  });
  let timer: NodeJS.Timeout | null = null;
  let flushing: Promise<void> = Promise.resolve();
  /** The flush that waits for the one under way: it stores what comes until it begins. */
  let next: Promise<void> | null = null;
  let closed = false;
  let givenUp = false;

  function schedule(rows: number): void {
    if (rows === FLUSH_AT_ROWS) void flush();
    else timer ??= setTimeout(() => void flush(), FLUSH_AFTER_MS);
  }

  function flush(): Promise<void> {
    if (timer) clearTimeout(timer);
    timer = null;
    next ??= flushing = flushing.then(storeAll);
    return next;
  }

  async function storeAll(): Promise<void> {
    next = null;
    if (givenUp) return;
    try {
      await calls.store();
      await refused.store();
    } catch (error) {
      onError(error);
      if (closed) givenUp = true;
      else timer ??= setTimeout(() => void flush(), RETRY_AFTER_MS);
    }
  }

  return {
    /** Takes a call of a company. Returns at once. */
    add: (companyId: string, entry: NewActivity): void => schedule(calls.add({ companyId, entry })),
    /** Takes a call whose key nobody knows. Returns at once. */
    addRefused: (call: NewRefused): void => schedule(refused.add(call)),
    /** Stores everything taken so far. */
    flush,
    /** The same for the last time: when a batch can not be stored now, what is left is given up. */
    close: (): Promise<void> => {
      closed = true;
      return flush();
    },
  };
}
