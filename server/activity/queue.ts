import { randomUUID } from 'node:crypto';
import { DomainError } from '../errors.ts';

/** While the store is away: what is kept in memory before the oldest is given up. */
const MOST_WAITING = 10_000;

/** Names a batch: by the queue that it comes from, and how many of that were stored before it. */
export type BatchName = { queue: string; number: number };

type Deps<Call> = {
  /** Stores a batch in its order, all or nothing; does nothing when the batch of that name is stored already. */
  insert: (name: BatchName, batch: readonly Call[]) => Promise<void>;
  /** Called when a batch is stored. */
  stored: () => void;
  /** Told of a call that can never be stored, and is left out. */
  onError: (error: Error) => void;
};

/**
 * Calls that wait to be stored, in the order in which they came. A batch that failed keeps its name and is tried again as it
 * was, before any other: when the connection was lost, the store may have it already. When anything else is wrong with it,
 * nothing of it is stored, and each half is tried by itself, until the call that is to blame is alone.
 */
export function createQueue<Call>({ insert, stored, onError }: Deps<Call>) {
  const queue = randomUUID();
  let number = 1;
  let waiting: Call[] = [];
  /** Batches that were taken out of those who wait. */
  let taken: Call[][] = [];

  async function storeTaken(): Promise<void> {
    for (let [batch] = taken; batch; [batch] = taken) {
      const error = await insert({ queue, number }, batch).catch(refusal);
      if (error) {
        taken.splice(0, 1, ...halves(batch));
        if (batch.length === 1) onError(error);
        continue;
      }
      taken.shift();
      number += 1;
      stored();
    }
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
      await storeTaken();
      if (waiting.length > 0) taken = [waiting];
      waiting = [];
      await storeTaken();
    },
  };
}

/** Why a batch can not be stored, however often it is tried: by a code alone, since the store's own words may quote the call. */
function refusal(error: unknown): Error {
  if (error instanceof DomainError && error.reason === 'unavailable') throw error;
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'no code';
  return new Error(`A call can not be stored, and is left out of the record: ${code}.`);
}

/** None of a single call. */
function halves<Call>(batch: Call[]): Call[][] {
  if (batch.length === 1) return [];
  const middle = batch.length >> 1;
  return [batch.slice(0, middle), batch.slice(middle)];
}
