import type { ClientBehaviour } from './behaviour.ts';
import { describePath, ScimFailure } from './calls.ts';
import type { RecordCall } from './calls.ts';

/** Where calls go and with which Token Key, exactly as both were typed into the console. */
export interface Connection {
  readonly baseUrl: string;
  readonly token: string;
}

/** One request to make. `note` says in plain words what it is for. */
export interface ScimRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly note: string;
  /** Statuses of 400 and more that are an answer and not a failure. */
  readonly tolerated?: readonly number[];
}

/** A decoded answer; `body` is null when there was none. */
export interface ScimAnswer {
  readonly status: number;
  readonly body: unknown;
}

/** Sends with JumpCloud's retries; throws ScimFailure when the answer stays a refusal. */
export type Send = (request: ScimRequest) => Promise<ScimAnswer>;

const loopbackHosts: readonly string[] = ['127.0.0.1', 'localhost', '[::1]'];

function isLoopback(url: URL): boolean {
  return loopbackHosts.includes(url.hostname);
}

function addressOf(connection: Connection, behaviour: ClientBehaviour, request: ScimRequest): URL | null {
  // Plain concatenation: a Base URL that ends in a slash gives `//Users`, the failure that JumpCloud's own page describes.
  const text = `${connection.baseUrl}${request.path}`;
  if (!URL.canParse(text)) return null;
  const typed = new URL(text);
  const moved = behaviour.origins[typed.origin];
  const url = new URL(`${behaviour.proxyPath}${typed.pathname}${typed.search}`, moved ?? typed.origin);
  for (const [name, value] of Object.entries(request.query ?? {})) url.searchParams.set(name, value);
  return url;
}

function retryAfterMs(value: string | null): number {
  if (value === null) return 0;
  const seconds = Number(value);
  if (Number.isFinite(seconds)) return Math.max(0, seconds * 1000);
  const date = Date.parse(value);
  return Number.isNaN(date) ? 0 : Math.max(0, date - Date.now());
}

async function readBody(response: Response): Promise<unknown> {
  const text = await response.text();
  if (text === '') return null;
  const type = (response.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/json' && type !== 'application/scim+json') {
    throw new ScimFailure(`cannot decode an answer of type "${type ?? ''}"`, null);
  }
  try {
    return JSON.parse(text);
  } catch {
    throw new ScimFailure('cannot decode the answer: it is not JSON', null);
  }
}

function detailOf(body: unknown): string {
  if (typeof body !== 'object' || body === null || !('detail' in body)) return '';
  return typeof body.detail === 'string' ? `: ${body.detail}` : '';
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/**
 * The HTTP side of the client: bearer token, retries of a fixed total, 429/503 in both modes, nothing cleaned up. It calls
 * loopback addresses only, whatever was typed.
 */
export function createSend(connection: Connection, behaviour: ClientBehaviour, record: RecordCall): Send {
  async function once(request: ScimRequest, note: string): Promise<{ answer: ScimAnswer; waitMs: number }> {
    const url = addressOf(connection, behaviour, request);
    const noted = (status: number | null, path: string, suffix: string): void =>
      record({ time: new Date().toISOString(), method: request.method, path, status, note: `${note}${suffix}` });
    if (url === null) {
      noted(null, request.path, ' (Base URL is not a URL)');
      throw new ScimFailure('the Base URL is not a URL', null);
    }
    if (!isLoopback(url) || behaviour.network === 'blocked') {
      noted(null, describePath(url), ' (cannot be reached)');
      throw new ScimFailure(`${url.host} cannot be reached`, null);
    }
    if (behaviour.network === 'elsewhere') {
      noted(200, describePath(url), ' (answered by another server)');
      return { answer: { status: 200, body: { schemas: [], totalResults: 0, Resources: [] } }, waitMs: 0 };
    }
    const headers: Record<string, string> = {
      authorization: `Bearer ${connection.token}`,
      accept: 'application/scim+json, application/json',
    };
    if (request.body !== undefined) headers['content-type'] = behaviour.contentType;
    let response: Response;
    try {
      response = await fetch(url, {
        method: request.method,
        headers,
        body: request.body === undefined ? null : JSON.stringify(request.body),
        redirect: 'manual',
        signal: AbortSignal.timeout(behaviour.timeoutMs),
      });
    } catch {
      noted(null, describePath(url), ' (no answer)');
      throw new ScimFailure(`no answer from ${url.host}`, null);
    }
    noted(response.status, describePath(url), '');
    const answer = { status: response.status, body: await readBody(response) };
    return { answer, waitMs: retryAfterMs(response.headers.get('retry-after')) };
  }

  return async (request) => {
    for (let attempt = 1; ; attempt += 1) {
      const note = attempt === 1 ? request.note : `${request.note}, attempt ${attempt}`;
      const { answer, waitMs } = await once(request, note);
      if ((answer.status >= 200 && answer.status < 300) || request.tolerated?.includes(answer.status)) return answer;
      const busy = answer.status === 429 || answer.status === 503;
      // A refused token is not tried again: nothing else was ever seen called after a 401.
      const final = answer.status === 401 || attempt >= behaviour.attempts || (busy && behaviour.onBusy === 'give-up');
      if (final)
        throw new ScimFailure(`${request.note} was answered ${answer.status}${detailOf(answer.body)}`, answer.status);
      if (busy) await wait(Math.min(waitMs, behaviour.longestWaitMs));
    }
  };
}
