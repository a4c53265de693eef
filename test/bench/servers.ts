import { type Child, startChild } from './child.ts';
import type { CoreLimits, HeldChild } from './core-limits.ts';
import type { Load } from './load.ts';
import type { BenchOptions } from './options.ts';
import type { Filled, ServerQuestion, Where } from './server-process.ts';
import type { Usage } from './usage.ts';

/** What is measured, how long, what each process may take, who hears of it, and what ends it early. */
export type Bench = { options: BenchOptions; limits: CoreLimits; say: (line: string) => void; signal: AbortSignal };

/** A program that answers `ServerQuestion`s, and the store that it is to use. */
export type Server = { program: string; env: Record<string, string>; processes: number };

/** The processes of a server. */
export type RunningServer = {
  /** Where requests go, and with what. */
  target: Pick<Load, 'origins' | 'base' | 'connections' | 'headers'>;
  /** Of all processes the time; of the largest the memory. */
  usage: () => Promise<Usage>;
  /** Lets all of them take whatever cores there are until the work is done. */
  freely: HeldChild['freely'];
  stop: () => Promise<void>;
};

/** Everything is on but the limit on requests a second. */
const SETTINGS = { PORT: '0', HOST: '127.0.0.1', SCIM_RATE_LIMIT: '0', SEED_DEMO: '0', LOG_LEVEL: 'info' };
const SCIM = '/scim/v2';

/**
 * Fills the server's store with so many users, by a process that ends then, so that what it took is not in the memory of those
 * that are measured.
 */
export async function fillStore(
  server: Server,
  users: number,
  { signal }: Bench,
): Promise<Filled & { filledPerSecond: number }> {
  const begun = performance.now();
  const child = await start(server, signal);
  try {
    const filled = await ask<Filled>(child, { kind: 'fill', users });
    return { ...filled, filledPerSecond: users / ((performance.now() - begun) / 1_000) };
  } finally {
    await child.stop();
  }
}

/** Starts all processes of a server; its store is filled, and the key is one of the company that was filled. */
export async function startServer(
  server: Server,
  key: string,
  { options: { connections }, limits, signal }: Bench,
): Promise<RunningServer> {
  const children: HeldChild[] = [];
  const stop = async (): Promise<void> => {
    await Promise.all(children.map((child) => child.stop()));
  };
  try {
    while (children.length < server.processes) children.push(await limits.hold(await start(server, signal)));
    const origins = await Promise.all(children.map(async (child) => (await ask<Where>(child, { kind: 'where' })).url));
    const headers = { Authorization: `Bearer ${key}`, 'Content-Type': 'application/scim+json' };
    const target = { origins, base: SCIM, connections, headers };
    return { target, usage: () => usageOf(children), freely: (work) => freely(children, work), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function freely<T>([first, ...others]: readonly HeldChild[], work: () => Promise<T>): Promise<T> {
  return first ? first.freely(() => freely(others, work)) : work();
}

async function usageOf(children: readonly Child[]): Promise<Usage> {
  const usages = await Promise.all(children.map((child) => ask<Usage>(child, { kind: 'usage' })));
  return {
    cpuSeconds: usages.reduce((sum, { cpuSeconds }) => sum + cpuSeconds, 0),
    rssMiB: Math.max(...usages.map(({ rssMiB }) => rssMiB)),
    peakMiB: Math.max(...usages.map(({ peakMiB }) => peakMiB)),
  };
}

function start({ program, env }: Server, signal: AbortSignal): Promise<Child> {
  return startChild(program, signal, { ...SETTINGS, ...env });
}

function ask<T>(child: Child, question: ServerQuestion): Promise<T> {
  return child.ask<T>(question);
}
