/** Tells a group what became of it. */
export type Tell = () => void;

/**
 * Lets those who wait go on in groups, while no more than so many groups are under way. Whoever came at the same moment is
 * there by the time that the next group is taken; and the next one is under way before the last one is told, since whoever
 * is told goes on with work of its own.
 * @param next takes a group and sees it through; never rejects.
 * @returns to be called whenever somebody comes.
 */
export function createTurns(most: number, isAnybodyThere: () => boolean, next: () => Promise<Tell>): () => void {
  let underWay = 0;
  let scheduled = false;

  function takeAll(): void {
    scheduled = false;
    while (underWay < most && isAnybodyThere()) void take();
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
