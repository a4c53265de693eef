import type { z } from 'zod';

/**
 * A call to the server that did not succeed. `status` is 0 when no answer came; `detail` is the server's own sentence for
 * people, or null when there is none.
 */
export class ApiError extends Error {
  readonly status: number;
  readonly detail: string | null;

  constructor(status: number, detail: string | null) {
    super(detail ?? `HTTP ${status}`);
    this.name = 'ApiError';
    this.status = status;
    this.detail = detail;
  }

  /** Whatever was thrown, as an ApiError: what is not one is a call without an answer. */
  static from(error: unknown): ApiError {
    return error instanceof ApiError ? error : new ApiError(0, null);
  }
}

export type Call = {
  method?: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  body?: unknown;
  /** The token of a setup link; without it the sign-in's cookie speaks for the caller. */
  bearer?: string;
  signal?: AbortSignal;
};

/**
 * Calls the server and checks its answer against the schema that the server itself uses.
 * @throws ApiError for an answer of 400 and above, and with status 0 when none came.
 */
export async function call<T>(schema: z.ZodType<T>, path: string, options: Call = {}): Promise<T> {
  const response = await send(path, options);
  const answer: unknown = await response.json();
  const parsed = schema.safeParse(answer);
  if (!parsed.success) throw new ApiError(response.status, null);
  return parsed.data;
}

/** Calls the server for something that answers without a body. */
export async function callForNothing(path: string, options: Call): Promise<void> {
  await send(path, options);
}

/** Headers that say who calls and what is sent. */
export function headersOf(options: Pick<Call, 'bearer' | 'body'>): Record<string, string> {
  return {
    Accept: 'application/json',
    ...(options.body === undefined ? {} : { 'Content-Type': 'application/json' }),
    ...(options.bearer === undefined ? {} : { Authorization: `Bearer ${options.bearer}` }),
  };
}

async function send(path: string, options: Call): Promise<Response> {
  const response = await fetch(path, {
    method: options.method ?? 'GET',
    headers: headersOf(options),
    body: options.body === undefined ? undefined : JSON.stringify(options.body),
    signal: options.signal,
    credentials: options.bearer === undefined ? 'same-origin' : 'omit',
    cache: 'no-store',
    referrerPolicy: 'no-referrer',
  }).catch((error: unknown) => {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new ApiError(0, null);
  });
  if (!response.ok) throw new ApiError(response.status, await detailOf(response));
  return response;
}

/** The `detail` of a problem+json body (RFC 9457), or null. */
export async function detailOf(response: Response): Promise<string | null> {
  const body: unknown = await response.json().catch(() => null);
  if (typeof body !== 'object' || body === null || !('detail' in body)) return null;
  return typeof body.detail === 'string' ? body.detail : null;
}
