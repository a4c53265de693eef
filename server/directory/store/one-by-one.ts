/**
 * Makes work of the same key wait for each other, in the order in which it came. Whatever became of what was before, the next
 * one begins, unless it failed with what would stop all of them: those that wait fail with the same then, at once.
 * @param stopsAll whether an error is one that the others would only meet again.
 */
export function createOneByOne(stopsAll: (error: unknown) => boolean) {
  const last = new Map<string, Promise<unknown>>();

  return async <T>(key: string, work: () => Promise<T>): Promise<T> => {
    const workAfter = (error: unknown): Promise<T> => {
      if (stopsAll(error)) throw error;
      return work();
    };
    const mine = last.get(key)?.then(work, workAfter) ?? work();
    last.set(key, mine);
    try {
      return await mine;
    } finally {
      if (last.get(key) === mine) last.delete(key);
    }
  };
}
