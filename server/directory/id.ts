import { randomUUID } from 'node:crypto';

/** What 12 bits can count. */
const SAME_INSTANT_LIMIT = 0xfff;

/**
 * Makes UUIDs of version 7 (RFC 9562): later ones sort behind earlier ones, also within a millisecond and when the clock
 * steps back, so that lists keep their order while they grow.
 */
export function createIdMaker(now: () => Date): () => string {
  let instant = 0;
  let count = 0;
  return () => {
    const time = now().getTime();
    if (time > instant) {
      instant = time;
      count = 0;
    } else if (count === SAME_INSTANT_LIMIT) {
      instant += 1;
      count = 0;
    } else {
      count += 1;
    }
    return `${stampOf(instant)}-7${count.toString(16).padStart(3, '0')}${randomUUID().slice(18)}`;
  };
}

/** What every id that is made from a time on is greater than, and every earlier one less. */
export function leastIdOf(time: Date): string {
  return stampOf(time.getTime());
}

function stampOf(instant: number): string {
  const digits = instant.toString(16).padStart(12, '0');
  return `${digits.slice(0, 8)}-${digits.slice(8)}`;
}
