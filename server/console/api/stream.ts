import { createEventStreamParser, type StreamEvent } from '../../../shared/event-stream.ts';
import { ApiError, refusalOf, headersOf } from './client.ts';

const FIRST_DELAY_MS = 500;
const LONGEST_DELAY_MS = 15_000;
/** The server sends a heartbeat more often than this; a stream silent for longer is taken for lost. */
const SILENCE_MS = 45_000;

/** `opening`: asked for · `live`: events arrive · `waiting`: the connection was lost and is tried again · `ended`: refused for good. */
export type StreamState =
  { state: 'opening' } | { state: 'live' } | { state: 'waiting' } | { state: 'ended'; error: ApiError };

export type StreamOptions = {
  path: string;
  /** The token of a setup link; without it the sign-in's cookie speaks for the caller. */
  bearer?: string;
  /** The event to go on from, when what came before is known already. */
  after?: string;
  onEvent: (event: StreamEvent) => void;
  onState: (state: StreamState) => void;
  signal: AbortSignal;
};

/**
 * Reads a server-sent event stream until `signal` aborts. A lost connection is taken up again where it ended
 * (`Last-Event-ID`); an answer of 4xx other than 408 and 429 ends it.
 */
export async function readStream(options: StreamOptions): Promise<void> {
  let lastId = options.after ?? null;
  let delay = FIRST_DELAY_MS;
  const onEvent = (event: StreamEvent) => {
    lastId = event.id ?? lastId;
    delay = FIRST_DELAY_MS;
    options.onEvent(event);
  };
  for (;;) {
    const error = await readOnce({ ...options, onEvent }, lastId).catch((cause: unknown) => ApiError.from(cause));
    if (options.signal.aborted) return;
    if (error instanceof ApiError && isFinal(error.status)) {
      options.onState({ state: 'ended', error });
      return;
    }
    options.onState({ state: 'waiting' });
    await pause(delay, options.signal);
    delay = Math.min(delay * 2, LONGEST_DELAY_MS);
  }
}

async function readOnce(options: StreamOptions, lastId: string | null): Promise<void> {
  const silence = new AbortController();
  const response = await fetch(options.path, {
    headers: {
      ...headersOf(options),
      Accept: 'text/event-stream',
      ...(lastId === null ? {} : { 'Last-Event-ID': lastId }),
    },
    credentials: options.bearer === undefined ? 'same-origin' : 'omit',
    cache: 'no-store',
    referrerPolicy: 'no-referrer',
    signal: AbortSignal.any([options.signal, silence.signal]),
  });
  if (!response.ok) throw new ApiError(response.status, await refusalOf(response));
  options.onState({ state: 'live' });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  const take = createEventStreamParser(options.onEvent);
  for (;;) {
    const timer = setTimeout(() => silence.abort(), SILENCE_MS);
    const piece = await reader?.read().finally(() => clearTimeout(timer));
    if (!piece || piece.done) return;
    take(piece.value);
  }
}

function isFinal(status: number): boolean {
  return status >= 400 && status < 500 && status !== 408 && status !== 429;
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
