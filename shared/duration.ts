const UNIT_MS = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const;

/** The largest number that a duration is written with. */
export const MOST_UNITS = 999_999;

/**
 * Milliseconds of a duration as it is written everywhere here: a whole number and `s`, `m`, `h` or `d`, such as `90d`.
 * Null when the text is no such thing, or when the number is zero or larger than {@link MOST_UNITS}.
 */
export function durationMs(text: string): number | null {
  const [, count, unit] = /^(\d+)([smhd])$/.exec(text.trim()) ?? [];
  if (!count || !unit || Number(count) > MOST_UNITS) return null;
  return Number(count) * UNIT_MS[unit as keyof typeof UNIT_MS] || null;
}
