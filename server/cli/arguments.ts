import { InvalidArgumentError } from 'commander';
import { durationMs, MOST_UNITS } from '../../shared/duration.ts';

const MOST_ROWS = 1_000;

/** A duration such as 90d, in milliseconds. */
export function duration(text: string): number {
  const ms = durationMs(text);
  if (ms === null)
    throw new InvalidArgumentError(`Give a whole number from 1 to ${MOST_UNITS} and s, m, h or d, such as 90d.`);
  return ms;
}

/** How many rows to show. */
export function rowCount(text: string): number {
  const count = Number(text);
  if (Number.isInteger(count) && count >= 1 && count <= MOST_ROWS) return count;
  throw new InvalidArgumentError(`Give a whole number from 1 to ${MOST_ROWS}.`);
}
