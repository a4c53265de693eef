/** Tells a group what became of it. */
export type Tell = () => void;

/** How many groups there may be at the same time, and how many have to wait for one to begin beside others. */
export type Crowd = { most: number; enough: number };

/** How long those who are too few wait for the end of another group, which may be a slow one. */
const PATIENCE_MS = 5;

/**
 * Lets those who wait go on in groups. Whoever came at the same moment is there by the time that the next group is taken; and
 * the next one is under way before the last one is told, since whoever is told goes on with work of its own. A few who find a
 * group under way wait for its end, or for others: a group costs nearly as much for one as for several.
 * @param next takes a group out of those who wait, at once, and sees it through; never rejects.
 * @returns to be called whenever somebody comes.
 */
export function createTurns(
  { most, enough }: Crowd,
  waiting: readonly unknown[],
  next: () => Promise<Tell>,
): () => void {
  let underWay = 0;
  let scheduled = false;
  let patience: NodeJS.Timeout | null = null;

  function takeAll(): void {
    scheduled = false;
    while (underWay < most && waiting.length >= (underWay === 0 ? 1 : enough)) void take();
    if (waiting.length > 0 && underWay < most) patience ??= setTimeout(takeFew, PATIENCE_MS);
  }

  function takeFew(): void {
    patience = null;
    if (waiting.length > 0 && underWay < most) void take();
    takeAll();
  }

  async function take(): Promise<void> {
    underWay += 1;
    const tell = await next();
    underWay -= 1;
    takeAll();
    setImmediate(tell);
  }

  return () => {
    if (scheduled || underWay === most) return;
    scheduled = true;
    setImmediate(takeAll);
  };
}
