import { pipeline, Readable } from 'node:stream';
import { stringify } from 'csv-stringify';
import type { RecordedCall } from './activity-record.ts';

export const EXPORT_FORMATS = { csv: 'text/csv; charset=utf-8', jsonl: 'application/jsonl; charset=utf-8' } as const;
export type ExportFormat = keyof typeof EXPORT_FORMATS;

type Pages = AsyncIterable<RecordedCall[]>;

/** Calls as a file, made while it is read: never more than a page of it is in memory. */
export function exportOf(pages: Pages, format: ExportFormat): Readable {
  return format === 'jsonl' ? Readable.from(jsonLines(pages)) : csv(pages);
}

async function* jsonLines(pages: Pages): AsyncGenerator<string> {
  for await (const calls of pages) yield calls.map((call) => `${JSON.stringify(call)}\n`).join('');
}

/** RFC 4180. What a spreadsheet would take for a formula is made a text, since route templates hold what callers made up. */
function csv(pages: Pages): Readable {
  const table = stringify({
    header: true,
    escape_formulas: true,
    columns: [
      'id',
      'time',
      'method',
      'route',
      'status',
      'scimType',
      'kind',
      'reason',
      'domain',
      'keyLast4',
      'durationMs',
      'userId',
      'changed',
    ],
  });
  // Who stops reading ends both; an error of the store ends the answer midway, which is all that can be told by then.
  pipeline(Readable.from(rows(pages)), table, () => undefined);
  return table;
}

async function* rows(pages: Pages): AsyncGenerator<Record<string, unknown>> {
  for await (const calls of pages) {
    for (const { changed, ...call } of calls) yield { ...call, changed: changed?.join(' ') ?? '' };
  }
}
