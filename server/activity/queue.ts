import { randomUUID } from 'node:crypto';

/** While the store is away: what is kept in memory before the oldest is given up. */
const MOST_WAITING = 10_000;

/** Names a batch: by the queue that it comes from, and how many of that were stored before it. */
export type BatchName = { queue: string; number: number };

type Deps<Call> = {
  /** Stores a batch in its order, all or nothing; does nothing when the batch of that name is stored already. */
  insert: (name: BatchName, batch: readonly Call[]) => Promise<void>;
  /** Called when a batch is stored. */
  stored: () => void;
};

/**
 * Calls that wait to be stored, in the order in which they came. A batch that failed keeps its name and is tried again as it
 * was, before any other: when the connection was lost, the store may have it already.
 */
export function createQueue<Call>({ insert, stored }: Deps<Call>) {
  const queue = randomUUID();
  let number = 1;
  let waiting: Call[] = [];
  let batch: Call[] = [];

  async function storeBatch(): Promise<void> {
    if (batch.length === 0) return;
    await insert({ queue, number }, batch);
    number += 1;
    batch = [];
    stored();
  }

  return {
    /** Takes a call, and tells how many wait. */
    add(call: Call): number {
      waiting.push(call);
      if (waiting.length > MOST_WAITING) waiting.shift();
      return waiting.length;
    },
    /** Stores everything taken so far; after an error that is tried again the next time. */
    async store(): Promise<void> {
      await storeBatch();
      batch = waiting;
      waiting = [];
      await storeBatch();
    },
  };
}
