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
    const stamp = instant.toString(16).padStart(12, '0');
    return `${stamp.slice(0, 8)}-${stamp.slice(8)}-7${count.toString(16).padStart(3, '0')}${randomUUID().slice(18)}`;
  };
}
