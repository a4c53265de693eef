import type { Attribute } from './attribute.ts';

/** Most texts are of printable ASCII alone; nothing has to be normalized in them. */
const PLAIN = /^[ -~]*$/;

/**
 * The form in which texts are compared without case, beyond ASCII too: lower case, with the letters whose lower case
 * depends on where they stand made one. Stored beside the text, since SQLite folds only ASCII by itself.
 */
export function foldCase(value: string): string {
  if (PLAIN.test(value)) return value.toLowerCase();
  return value.normalize('NFC').toLowerCase().replaceAll('ß', 'ss').replaceAll('ς', 'σ').normalize('NFC');
}

/** A date-time as an instant in UTC with milliseconds, so that text order is time order; null when it is none. */
export function toInstant(value: string): string | null {
  const match = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}:\d{2}(?:\.\d+)?(Z|[+-]\d{2}:\d{2})?$/i.exec(value);
  if (!match || !isDay(match[1] ?? '')) return null;
  const time = Date.parse(match[2] === undefined ? `${value}Z` : value);
  return Number.isNaN(time) ? null : new Date(time).toISOString();
}

/** The thirtieth of February would be taken for a day in March. */
function isDay(day: string): boolean {
  const time = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day);
}

/** The form of a text in which the attribute's values are compared (RFC 7643 section 2.2: caseExact). */
export function foldValue(attribute: Attribute, value: string): string {
  if (attribute.type === 'dateTime') return toInstant(value) ?? value;
  return attribute.caseExact ? value : foldCase(value);
}
