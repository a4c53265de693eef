/**
 * How times look everywhere: 24 hours, the day before the month, the year only when it is another one: "14:03:27",
 * "12 Nov 09:14", "12 Nov 2025 09:14". `locale` is a BCP 47 tag, whose language names the month; times are ISO 8601.
 */

/** A time of day with seconds, such as 14:03:27; day and time when it is not today. */
export function formatTime(iso: string, locale: string, now: Date = new Date()): string {
  const time = new Date(iso);
  if (Number.isNaN(time.getTime())) return '';
  return time.toDateString() === now.toDateString() ? formatClock(iso, locale) : formatMoment(iso, locale, now);
}

/** Day and time, such as 12 Nov 09:14. */
export function formatMoment(iso: string, locale: string, now: Date = new Date()): string {
  return `${formatDay(iso, locale, now)} ${formatHour(iso, locale)}`;
}

/** A day, such as 12 Nov. */
export function formatDay(iso: string, locale: string, now: Date = new Date()): string {
  const time = new Date(iso);
  const isThisYear = time.getFullYear() === now.getFullYear();
  return format(time, locale, { day: 'numeric', month: 'short', ...(isThisYear ? {} : { year: 'numeric' }) });
}

/** A time of day with seconds, such as 14:03:27. */
export function formatClock(iso: string, locale: string): string {
  return format(new Date(iso), locale, { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' });
}

/** A time of day, such as 09:14. */
export function formatHour(iso: string, locale: string): string {
  return format(new Date(iso), locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
}

/** All of it, with the day of the week and the time zone, for who points at a time. */
export function formatFully(iso: string, locale: string): string {
  return format(new Date(iso), locale, {
    ...{ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
    ...{ hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23', timeZoneName: 'short' },
  });
}

function format(time: Date, locale: string, options: Intl.DateTimeFormatOptions): string {
  // English of any country, so that one does not read 12 Nov and another Nov 12.
  return new Intl.DateTimeFormat(/^en\b/i.test(locale) ? 'en-GB' : locale, options).format(time);
}
