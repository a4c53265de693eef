import { useEffect, useState } from 'preact/hooks';
import { formatClock, formatDay, formatFully, formatMoment } from '../../../shared/ui/format-time.ts';
import { useTexts } from '../texts.ts';

const UNITS: [Intl.RelativeTimeFormatUnit, number][] = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
];
const RELATIVE_FOR_MS = 7 * 86_400_000;
const TICK_MS = 10_000;

/** A moment: near ones as "5 minutes ago", others as a day; the full one in the tooltip. */
export function Time({ at }: { at: string }) {
  const now = useNow();
  const { language } = useTexts();
  return (
    <time dateTime={at} title={formatFully(at, language)}>
      {near(Date.parse(at) - now, language) ?? formatDay(at, language)}
    </time>
  );
}

/** Day and time as they were, for what is kept: "12 Nov 09:14". */
export function Moment({ at }: { at: string }) {
  const { language } = useTexts();
  return (
    <time dateTime={at} title={formatFully(at, language)}>
      {formatMoment(at, language)}
    </time>
  );
}

/** The time of day with seconds: for things that happen one after the other. */
export function Clock({ at }: { at: string }) {
  const { language } = useTexts();
  return (
    <time dateTime={at} title={formatFully(at, language)}>
      {formatClock(at, language)}
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

/** In the largest unit of which it is one, rounded: 59.7 seconds are a minute. */
function near(distanceMs: number, language: string): string | null {
  if (Math.abs(distanceMs) > RELATIVE_FOR_MS) return null;
  const rounded = (unitMs: number) => Math.round(distanceMs / unitMs);
  const [unit, length] = UNITS.find(([, unitMs]) => rounded(unitMs) !== 0) ?? ['second', 1_000];
  return new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(rounded(length), unit);
}
