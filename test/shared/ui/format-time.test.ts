import { expect, it } from 'vitest';
import { formatDay, formatHour, formatMoment, formatTime } from '../../../shared/ui/format-time.ts';

const now = new Date(2026, 10, 24, 19, 35, 0);
const at = (...parts: [number, number, number, number, number, number]) => new Date(...parts).toISOString();

it('shows today as a time of day, and other days with their date', () => {
  expect(formatTime(at(2026, 10, 24, 9, 14, 5), 'en-US', now)).toBe('09:14:05');
  expect(formatTime(at(2026, 10, 12, 9, 14, 5), 'en-US', now)).toBe('12 Nov 09:14');
  expect(formatTime('nonsense', 'en', now)).toBe('');
});

it('shows the day first and 24 hours in any English, and the year when it is another one', () => {
  for (const locale of ['en', 'en-US', 'en-GB']) {
    expect(formatMoment(at(2026, 10, 12, 21, 14, 0), locale, now)).toBe('12 Nov 21:14');
    expect(formatMoment(at(2025, 10, 12, 0, 5, 0), locale, now)).toBe('12 Nov 2025 00:05');
    expect(formatDay(at(2026, 10, 1, 12, 0, 0), locale, now)).toBe('1 Nov');
    expect(formatHour(at(2026, 10, 1, 0, 0, 0), locale)).toBe('00:00');
  }
});

it('names the month in the reader’s language', () => {
  expect(formatMoment(at(2026, 11, 3, 9, 14, 0), 'fr', now)).toBe('3 déc. 09:14');
  expect(formatMoment(at(2026, 11, 3, 9, 14, 0), 'de', now)).toBe('3. Dez. 09:14');
});
