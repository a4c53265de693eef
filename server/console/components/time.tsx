import { useEffect, useState } from 'preact/hooks';

const UNITS: [Intl.RelativeTimeFormatUnit, number][] = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1_000],
];
const RELATIVE_FOR_MS = 7 * 86_400_000;
const TICK_MS = 10_000;

/** A moment: near ones as "5 minutes ago", others as a date; the full one in the tooltip. */
export function Time({ at }: { at: string }) {
  const now = useNow();
  const moment = new Date(at);
  return (
    <time dateTime={at} title={moment.toLocaleString(undefined, { dateStyle: 'full', timeStyle: 'medium' })}>
      {near(moment.getTime() - now) ?? moment.toLocaleDateString(undefined, { dateStyle: 'medium' })}
    </time>
  );
}

/** Day and time as they were, for what is kept: "12 Nov 2026, 09:14". */
export function Moment({ at }: { at: string }) {
  const moment = new Date(at);
  return (
    <time dateTime={at} title={moment.toLocaleString(undefined, { dateStyle: 'full', timeStyle: 'long' })}>
      {moment.toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' })}
    </time>
  );
}

/** The time of day with seconds: for things that happen one after the other. */
export function Clock({ at }: { at: string }) {
  const moment = new Date(at);
  return (
    <time dateTime={at} title={moment.toLocaleString(undefined, { dateStyle: 'full', timeStyle: 'long' })}>
      {moment.toLocaleTimeString(undefined, { timeStyle: 'medium' })}
    </time>
  );
}

function useNow(): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  return now;
}

function near(distanceMs: number): string | null {
  const size = Math.abs(distanceMs);
  if (size > RELATIVE_FOR_MS) return null;
  const [unit, length] = UNITS.find(([, unitMs]) => size >= unitMs) ?? ['second', 1_000];
  return new Intl.RelativeTimeFormat(undefined, { numeric: 'auto' }).format(Math.round(distanceMs / length), unit);
}
