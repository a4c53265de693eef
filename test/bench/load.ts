import { performance } from 'node:perf_hooks';
import { Client, type Dispatcher } from 'undici';

export type Request = { method: Dispatcher.HttpMethod; path: string; body?: string };
export type Answer = { status: number; headers: Record<string, string | string[] | undefined> };

/** What one connection sends, one after the other; null: nothing more. */
export type Script = () => Request | null;

export type Load = {
  origins: string[];
  /** What stands before every path. */
  base: string;
  connections: number;
  headers: Record<string, string>;
  /** Called for each connection. */
  script: () => Script;
  /** The status that every answer must have: a quick refusal is no figure. */
  expect: number;
  onAnswer?: ((answer: Answer) => void) | undefined;
  /** Ends it; without, the scripts do. */
  forMs?: number;
};

/** What one load did: how long each request took, in milliseconds. */
export type Run = { times: number[]; seconds: number; generatorCpuSeconds: number };

export type Measured = {
  requests: number;
  seconds: number;
  perSecond: number;
  p50Ms: number;
  p99Ms: number;
  /** How much of one core the generator itself took. */
  generatorCpu: number;
};

/**
 * Sends requests over connections that are kept alive, one at a time on each, and measures from sending until the whole
 * answer is there.
 * @throws Error when an answer has another status than expected.
 */
export async function runLoad(load: Load): Promise<Run> {
  const clients = Array.from({ length: load.connections }, (_, index) => {
    const origin = load.origins[index % load.origins.length] ?? '';
    return new Client(origin, { pipelining: 1, keepAliveTimeout: 60_000, bodyTimeout: 60_000, headersTimeout: 60_000 });
  });
  const cpu = process.cpuUsage();
  const begun = performance.now();
  const end = load.forMs === undefined ? Infinity : begun + load.forMs;
  try {
    const times = await Promise.all(clients.map((client) => drive(client, load, end)));
    const seconds = (performance.now() - begun) / 1_000;
    const { user, system } = process.cpuUsage(cpu);
    return { times: times.flat(), seconds, generatorCpuSeconds: (user + system) / 1e6 };
  } finally {
    await Promise.all(clients.map((client) => client.destroy()));
  }
}

async function drive(client: Client, load: Load, end: number): Promise<number[]> {
  const next = load.script();
  const times: number[] = [];
  for (;;) {
    const begun = performance.now();
    const request = begun < end ? next() : null;
    if (!request) return times;
    await send(client, request, load);
    times.push(performance.now() - begun);
  }
}

function send(client: Client, { method, path, body }: Request, load: Load): Promise<void> {
  const { base, expect, headers, onAnswer } = load;
  return new Promise((resolve, reject) => {
    let answer: Answer = { status: 0, headers: {} };
    let refusal = '';
    client.dispatch(
      { method, path: `${base}${path}`, headers, body: body ?? null },
      {
        onRequestStart: () => undefined,
        onResponseStart: (_controller, status, answered) => {
          answer = { status, headers: answered };
        },
        onResponseData: (_controller, chunk) => {
          if (answer.status !== expect) refusal += chunk.toString();
        },
        onResponseEnd: () => {
          if (answer.status !== expect) reject(new Error(`${method} ${path} answered ${answer.status}: ${refusal}`));
          else {
            onAnswer?.(answer);
            resolve();
          }
        },
        onResponseError: (_controller, error) => reject(error),
      },
    );
  });
}

/** The figures of several runs of the same load, as of one. */
export function summary(runs: readonly Run[]): Measured {
  const sorted = Float64Array.from(runs.flatMap(({ times }) => times)).sort();
  const at = (share: number): number => sorted[Math.floor((sorted.length - 1) * share)] ?? 0;
  const seconds = runs.reduce((sum, run) => sum + run.seconds, 0);
  const generatorCpu = runs.reduce((sum, run) => sum + run.generatorCpuSeconds, 0) / seconds;
  const requests = sorted.length;
  return { requests, seconds, perSecond: requests / seconds, p50Ms: at(0.5), p99Ms: at(0.99), generatorCpu };
}
