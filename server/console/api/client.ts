import type { z } from 'zod';
import { problemSchema } from '../../../shared/api/common.ts';

/** What is wrong with one value of what was sent: `path` is its name. */
export type Issue = { path: string; message: string };
type Refusal = { detail?: string | undefined; code?: string | undefined; issues?: Issue[] | undefined };

/**
 * A call to the server that did not succeed. `status` is 0 when no answer came; `detail` is the server's own sentence for
 * people, or null when there is none.
 */
export class ApiError extends Error {
  readonly status: number;
  readonly detail: string | null;
  /** The server's name for programs, such as `not-shared`, or null. */
  readonly code: string | null;
  /** Each value that breaks its rules, of which `detail` is the sum. */
  readonly issues: Issue[];

  constructor(status: number, { detail, code, issues = [] }: Refusal = {}) {
    super(detail ?? `HTTP ${status}`);
    this.name = 'ApiError';
    this.status = status;
    this.detail = detail ?? null;
    this.code = code ?? null;
    this.issues = issues;
  }

  /** Whatever was thrown, as an ApiError: what is not one is a call without an answer. */
  static from(error: unknown): ApiError {
    return error instanceof ApiError ? error : new ApiError(0);
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
  if (!parsed.success) throw new ApiError(response.status);
  return parsed.data;
}

/** Calls the server for something that answers without a body. */
export async function callForNothing(path: string, options: Call): Promise<void> {
  await send(path, options);
}

/** Calls the server for a document of text. */
export async function callForText(path: string): Promise<string> {
  return (await send(path, {})).text();
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
    throw new ApiError(0);
  });
  if (!response.ok) throw new ApiError(response.status, await refusalOf(response));
  return response;
}

/**
 * What a problem+json body says (RFC 9457); nothing when it is none. Of values that break their rules its `detail` names the
 * paths, for programs: people read the sentences alone.
 */
export async function refusalOf(response: Response): Promise<Refusal> {
  const parsed = problemSchema.safeParse(await response.json().catch(() => null));
  if (!parsed.success) return {};
  const { detail, code, errors: issues } = parsed.data;
  return { detail: issues?.map(({ message }) => message).join(' ') ?? detail, code, issues };
}
