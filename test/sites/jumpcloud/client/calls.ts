/** One SCIM call as it was made. `status` is null when no answer came; `path` never holds a filter's values. */
export interface Call {
  readonly time: string;
  readonly method: string;
  readonly path: string;
  readonly status: number | null;
  readonly note: string;
}

/** What a run of calls came to: every call in order, and why it was abandoned, if it was. */
export interface Sync {
  readonly ok: boolean;
  readonly calls: readonly Call[];
  readonly problem: string | null;
}

/** Takes each call as it ends. */
export type RecordCall = (call: Call) => void;

/** A call that JumpCloud does not forgive. `status` is null for no answer and for an answer that cannot be decoded. */
export class ScimFailure extends Error {
  readonly status: number | null;

  constructor(message: string, status: number | null) {
    super(message);
    this.name = 'ScimFailure';
    this.status = status;
  }
}

/** Path and query of a URL for people to read; quoted filter values are personal and left out. */
export function describePath(url: URL): string {
  const query = [...url.searchParams].map(([name, value]) => `${name}=${value.replace(/"[^"]*"/g, '"…"')}`).join('&');
  return query === '' ? url.pathname : `${url.pathname}?${query}`;
}

/** Runs `work` with a recorder of its own and tells what it called; a failure of the far side is a result, not an error. */
export async function collect(record: RecordCall, work: (record: RecordCall) => Promise<void>): Promise<Sync> {
  const calls: Call[] = [];
  const both: RecordCall = (call) => {
    calls.push(call);
    record(call);
  };
  try {
    await work(both);
    return { ok: true, calls, problem: null };
  } catch (error) {
    if (!(error instanceof ScimFailure)) throw error;
    return { ok: false, calls, problem: error.message };
  }
}
