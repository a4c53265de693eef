/** When a key may end, as the form offers it. */
export const EXPIRATIONS = ['never', '30d', '90d', '365d', 'date'] as const;
export type Expiration = (typeof EXPIRATIONS)[number];

const HOUR_MS = 3_600_000;

/** What the server is asked for: a duration or null for never; `past` when the day is over or none was chosen. */
export type Expiry = { ask: string | null } | 'past';

/**
 * The expiry that was chosen.
 * @param date a day as `YYYY-MM-DD`, in the reader's time zone; the key works until its end.
 */
export function expiryAsDuration(expiration: Expiration, date: string, now: number): Expiry {
  if (expiration === 'never') return { ask: null };
  if (expiration !== 'date') return { ask: expiration };
  const end = Date.parse(`${date}T23:59:59`);
  return end > now ? { ask: `${Math.ceil((end - now) / HOUR_MS)}h` } : 'past';
}
