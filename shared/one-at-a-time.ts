/**
 * A function that has work done once at a time: who asks while it is being done gets it done once more afterwards, however many
 * ask. `work` must not throw.
 * @param isOver no more is begun once this is true.
 */
export function oneAtATime(work: () => Promise<void>, isOver: () => boolean): () => Promise<void> {
  let working = false;
  let again = false;
  return async () => {
    again = true;
    if (working) return;
    working = true;
    while (again && !isOver()) {
      again = false;
      await work();
    }
    working = false;
  };
}
