import { createEventStreamParser, type StreamEvent } from '../../../shared/event-stream.ts';
import type { Role } from '../../../shared/api/people.ts';
import type { TestServer } from './start.ts';

export type Answer = { status: number; headers: Headers; body: unknown; text: string };

export type Caller = {
  get: (path: string, headers?: Record<string, string>) => Promise<Answer>;
  post: (path: string, body?: unknown, headers?: Record<string, string>) => Promise<Answer>;
  patch: (path: string, body?: unknown, headers?: Record<string, string>) => Promise<Answer>;
  delete: (path: string, headers?: Record<string, string>) => Promise<Answer>;
  stream: (path: string, headers?: Record<string, string>) => Promise<StreamReader>;
  /** Headers that say who calls. */
  headers: Record<string, string>;
};

/** Calls the server's API as somebody: with the cookie of a sign-in, with a bearer token, or as nobody. */
export function createCaller(url: string, headers: Record<string, string> = {}): Caller {
  async function send(method: string, path: string, body: unknown, more: Record<string, string>): Promise<Answer> {
    const response = await fetch(url + path, {
      method,
      redirect: 'manual',
      headers: { ...headers, ...(body === undefined ? {} : { 'Content-Type': 'application/json' }), ...more },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, text, body: parse(text) };
  }

  return {
    headers,
    get: (path, more = {}) => send('GET', path, undefined, more),
    post: (path, body, more = {}) => send('POST', path, body, more),
    patch: (path, body, more = {}) => send('PATCH', path, body, more),
    delete: (path, more = {}) => send('DELETE', path, undefined, more),
    stream: (path, more = {}) => openStream(url + path, { ...headers, ...more }),
  };
}

/** Calls the server's API with a bearer token: a setup link's, or a connected browser's. */
export function withToken(server: Pick<TestServer, 'url'>, token: string): Caller {
  return createCaller(server.url, { Authorization: `Bearer ${token}` });
}

/** Opens a one-time sign-in link and presses its button. */
export async function signIn(server: TestServer, role: Role, companyId: string | null = null): Promise<Caller> {
  const { url } = await server.rules.people.invite(`${role}@people.example`, role, companyId);
  const answer = await createCaller(server.url).post(new URL(url).pathname);
  return createCaller(server.url, { Cookie: cookieOf(answer) });
}

/** The cookie that an answer sets, as a browser would send it back. */
export function cookieOf(answer: Answer): string {
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
}

export type StreamReader = {
  /** Every event so far. */
  events: StreamEvent[];
  /** The first event, from now or before, that fits. */
  until: (fits: (event: StreamEvent) => boolean) => Promise<StreamEvent>;
  /** Resolves when the server has ended the stream. */
  ended: Promise<void>;
  close: () => void;
};

async function openStream(url: string, headers: Record<string, string>): Promise<StreamReader> {
  const abort = new AbortController();
  const response = await fetch(url, { headers, signal: abort.signal });
  if (!response.ok || !response.body) throw new Error(`The stream answered ${response.status}.`);
  const events: StreamEvent[] = [];
  const waiting = new Set<() => void>();
  const parser = createEventStreamParser((event) => {
    events.push(event);
    for (const look of waiting) look();
  });
  return {
    events,
    ended: read(response.body, parser),
    close: () => abort.abort(),
    until: (fits) =>
      new Promise((resolve) => {
        const look = () => {
          const found = events.find(fits);
          if (!found) return;
          waiting.delete(look);
          resolve(found);
        };
        waiting.add(look);
        look();
      }),
  };
}

async function read(body: ReadableStream<Uint8Array>, parser: (text: string) => void): Promise<void> {
  const decoder = new TextDecoder();
  try {
    for await (const piece of body) parser(decoder.decode(piece, { stream: true }));
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'AbortError') throw error;
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}
