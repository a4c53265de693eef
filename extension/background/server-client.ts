import type { z } from 'zod';
import { problemSchema } from '../../shared/api/common.ts';
import { domainRequestSchema } from '../../shared/api/domain-requests.ts';
import { connectedSchema, sessionKeySchema, snapshotSchema, testAddressSchema } from '../../shared/api/setup.ts';
import { createEventStreamParser, type StreamEvent } from '../../shared/event-stream.ts';
import type { NewEvidence } from '../../shared/setup/evidence.ts';
import type { SetupSnapshot } from '../../shared/setup/snapshot.ts';

/** The session that this browser is connected to. The token opens nothing but that session. */
export type Connection = { base: string; token: string };

/** Why a call came to nothing: nobody answered as the server does, the session is over, or the server says no. */
export class ServerError extends Error {
  constructor(
    readonly why: 'unreachable' | 'expired' | 'refused',
    message: string,
  ) {
    super(message);
    this.name = 'ServerError';
  }
}

const TIMEOUT_MS = 10_000;
/** The server sends a heartbeat more often than this. */
const SILENCE_MS = 45_000;
const DETAIL_LENGTH = 300;

export type ServerClient = ReturnType<typeof createServerClient>;

/** The setup API of the server, by CORS and a bearer token. Every call throws a ServerError. */
export function createServerClient({ fetch }: { fetch: typeof globalThis.fetch }) {
  const { call, json, send } = createCalls(fetch);

  return {
    /** Opens a connection of this browser to a link's session. */
    connect: (base: string, token: string, label: string) =>
      json(base, 'connect', withBody({ token, label }), connectedSchema),

    session: ({ base, token }: Connection): Promise<SetupSnapshot> =>
      json(base, 'session', { headers: bearer(token) }, snapshotSchema),

    async report({ base, token }: Connection, evidence: NewEvidence[]): Promise<void> {
      await call(base, 'evidence', { ...withBody({ evidence }, token), signal: AbortSignal.timeout(TIMEOUT_MS) });
    },

    /** A fresh address for JumpCloud's "Test User Email". */
    async issueAddress({ base, token }: Connection): Promise<string> {
      return (await json(base, 'test-address', withBody({}, token), testAddressSchema)).address;
    },

    /** Asks support to allow the domain of JumpCloud's test user. */
    async askForDomain({ base, token }: Connection): Promise<void> {
      await json(base, 'domain-request', withBody({}, token), domainRequestSchema);
    },

    /** Shares the session with support, or ends that. */
    async share({ base, token }: Connection, on: boolean): Promise<void> {
      await send(base, 'sharing', token, on ? 'POST' : 'DELETE');
    },

    /** Takes a message of support away, in every browser of the session. */
    async dismissMessage({ base, token }: Connection, message: string): Promise<void> {
      await send(base, `messages/${encodeURIComponent(message)}`, token, 'DELETE');
    },

    /** The key of a self-hosted session. */
    async createKey({ base, token }: Connection, name: string): Promise<string> {
      return (await json(base, 'key', withBody({ name }, token), sessionKeySchema)).key;
    },

    /**
     * Follows the session until the stream ends or `signal` aborts. `EventSource` cannot send a bearer token.
     * @param lastId where an earlier stream ended, so that nothing is missed.
     */
    async follow(
      { base, token }: Connection,
      options: {
        lastId: string | null;
        signal: AbortSignal;
        onOpen: () => void;
        onEvent: (event: StreamEvent) => void;
      },
    ): Promise<void> {
      const resume: Record<string, string> = options.lastId === null ? {} : { 'Last-Event-ID': options.lastId };
      const silence = new AbortController();
      const response = await call(base, 'events', {
        headers: { ...bearer(token), Accept: 'text/event-stream', ...resume },
        signal: AbortSignal.any([options.signal, silence.signal]),
      });
      // A network that asks for a sign-in of its own answers with a page.
      if (!response.headers.get('Content-Type')?.startsWith('text/event-stream')) {
        throw new ServerError('unreachable', 'The server did not answer with its stream.');
      }
      options.onOpen();
      const take = createEventStreamParser(options.onEvent);
      await readPieces(response, take, () => silence.abort());
    },
  };
}

/** Calls of the setup API, by what they answer with. */
function createCalls(fetch: typeof globalThis.fetch) {
  async function call(base: string, path: string, init: RequestInit): Promise<Response> {
    const options: RequestInit = { ...init, credentials: 'omit', cache: 'no-store', referrerPolicy: 'no-referrer' };
    const response = await fetch(`${base}/api/setup/${path}`, options).catch((cause: unknown) => {
      throw new ServerError('unreachable', cause instanceof Error ? cause.message : 'no answer');
    });
    if (response.ok) return response;
    const { status } = response;
    const problem = problemSchema.safeParse(await response.json().catch(() => null));
    // A proxy may answer in the server's place, and a server in trouble says nothing of what it was asked.
    if (!problem.success || status >= 500 || status === 429) {
      throw new ServerError('unreachable', `The server answered ${status}.`);
    }
    throw new ServerError(status === 401 ? 'expired' : 'refused', problem.data.detail.slice(0, DETAIL_LENGTH));
  }

  async function json<T>(base: string, path: string, init: RequestInit, schema: z.ZodType<T>): Promise<T> {
    const response = await call(base, path, { ...init, signal: AbortSignal.timeout(TIMEOUT_MS) });
    const body: unknown = await response.json().catch(() => null);
    const parsed = schema.safeParse(body);
    if (parsed.success) return parsed.data;
    throw new ServerError('unreachable', 'The server answered with something that this version does not understand.');
  }

  async function send(base: string, path: string, token: string, method: 'POST' | 'DELETE'): Promise<void> {
    await call(base, path, { method, headers: bearer(token), signal: AbortSignal.timeout(TIMEOUT_MS) });
  }

  return { call, json, send };
}

async function readPieces(response: Response, take: (piece: string) => void, onSilence: () => void): Promise<void> {
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  for (;;) {
    const timer = setTimeout(onSilence, SILENCE_MS);
    const piece = await reader
      ?.read()
      .catch(() => null)
      .finally(() => clearTimeout(timer));
    if (!piece || piece.done) return;
    take(piece.value);
  }
}

function bearer(token: string): Record<string, string> {
  return { Authorization: `Bearer ${token}` };
}

function withBody(body: unknown, token?: string): RequestInit {
  const headers = { 'Content-Type': 'application/json', ...(token === undefined ? {} : bearer(token)) };
  return { method: 'POST', headers, body: JSON.stringify(body) };
}
