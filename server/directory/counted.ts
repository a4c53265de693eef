/** What counting may cost at most: a count is good for so many times as long as it took. */
const WORTH = 100;
/** And never for longer than this: who looks again a second after a change sees it. */
const LONGEST_MS = 500;

type Held<T> = { value: Promise<T>; goodUntil: number };

/**
 * Counts that are not done anew for every look, however many look. Few rows are counted in no time, so their number is nearly
 * always fresh.
 */
export function createCounted<T>(
  count: (companyId: string) => Promise<T>,
  clock: () => number = performance.now.bind(performance),
) {
  const held = new Map<string, Held<T>>();

  function begin(companyId: string): Promise<T> {
    const begun = clock();
    const entry: Held<T> = { value: count(companyId), goodUntil: Number.POSITIVE_INFINITY };
    held.set(companyId, entry);
    const forget = () => held.get(companyId) === entry && held.delete(companyId);
    entry.value.then(() => {
      entry.goodUntil = clock() + Math.min((clock() - begun) * WORTH, LONGEST_MS);
    }, forget);
    return entry.value;
  }

  return (companyId: string): Promise<T> => {
    const entry = held.get(companyId);
    return entry && clock() < entry.goodUntil ? entry.value : begin(companyId);
  };
}
