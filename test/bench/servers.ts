import { type Child, startChild } from './child.ts';
import { type Load, type Measured, runLoad } from './load.ts';
import type { Operation, OperationName, Subject } from './operations.ts';
import type { BenchOptions } from './options.ts';
import type { Filled, ServerQuestion, Where } from './server-process.ts';
import type { Usage } from './usage.ts';

/** What is measured, how long, who hears of it, and what ends it early. */
export type Bench = { options: BenchOptions; say: (line: string) => void; signal: AbortSignal };

/** A program that answers `ServerQuestion`s, and the store that it is to use. */
export type Server = { program: string; env: Record<string, string>; processes: number };

/** `serverCpuMicros`: what one request took of the server process, on every core. */
export type OperationFigures = Measured & { serverCpuMicros: number };

/** Of the server process that was measured (of several: the largest), after each operation and at its peak. */
export type Memory<Name extends OperationName> = { peakMiB: number; startMiB: number; afterMiB: Record<Name, number> };

export type ServerFigures<Name extends OperationName = OperationName> = {
  /** Users a second when the store was filled. */
  filledPerSecond: number;
  operations: Record<Name, OperationFigures>;
  memory: Memory<Name>;
};

/** Long enough that what is measured first runs as compiled as what comes last. */
export const WARM_MS = 2_000;
const SCIM = '/scim/v2';

/** Everything is on but the limit on requests a second. */
const SETTINGS = { PORT: '0', HOST: '127.0.0.1', SCIM_RATE_LIMIT: '0', SEED_DEMO: '0', LOG_LEVEL: 'info' };

/** Fills the server's store with so many users and measures the operations on it, in the order given. */
export async function measureServer<Name extends OperationName>(
  server: Server,
  users: number,
  operations: readonly (Operation & { name: Name })[],
  bench: Bench,
): Promise<ServerFigures<Name> & { ids: string[] }> {
  bench.say(`${users.toLocaleString('en')} users: filling the store`);
  const begun = performance.now();
  const filled = await fill(server, users, bench);
  const filledPerSecond = users / ((performance.now() - begun) / 1_000);
  return { filledPerSecond, ids: filled.ids, ...(await measureOperations(server, filled, operations, bench)) };
}

async function fill(server: Server, users: number, { signal }: Bench): Promise<Filled> {
  const child = await start(server, signal);
  try {
    return await ask<Filled>(child, { kind: 'fill', users });
  } finally {
    await child.stop();
  }
}

/** Fresh processes, so that what filling took is not in their memory. */
async function measureOperations<Name extends OperationName>(
  server: Server,
  { key, ids }: Filled,
  operations: readonly (Operation & { name: Name })[],
  { options: { connections, measureMs }, say, signal }: Bench,
): Promise<Pick<ServerFigures<Name>, 'operations' | 'memory'>> {
  const subject = { ids, made: [] };
  const children: Child[] = [];
  try {
    while (children.length < server.processes) children.push(await start(server, signal));
    const origins = await Promise.all(children.map(async (child) => (await ask<Where>(child, { kind: 'where' })).url));
    const headers = { Authorization: `Bearer ${key}`, 'Content-Type': 'application/scim+json' };
    const target = { origins, base: SCIM, connections, headers };
    const { rssMiB: startMiB } = await usageOf(children);
    const figures: Partial<Record<Name, OperationFigures>> = {};
    const afterMiB: Partial<Record<Name, number>> = {};
    for (const operation of operations) {
      say(`  ${operation.label}`);
      const load = loadOf(operation, subject, target);
      if (!operation.whole) await runLoad({ ...load, forMs: WARM_MS });
      const before = await usageOf(children);
      const measured = await runLoad(operation.whole ? load : { ...load, forMs: measureMs });
      const after = await usageOf(children);
      const serverCpuMicros = ((after.cpuSeconds - before.cpuSeconds) * 1e6) / measured.requests;
      figures[operation.name] = { ...measured, serverCpuMicros };
      afterMiB[operation.name] = after.rssMiB;
    }
    const { peakMiB } = await usageOf(children);
    return {
      operations: figures as Record<Name, OperationFigures>,
      memory: { startMiB, peakMiB, afterMiB: afterMiB as Record<Name, number> },
    };
  } finally {
    await Promise.all(children.map((child) => child.stop()));
  }
}

/** Of all processes the time; of the largest the memory. */
async function usageOf(children: readonly Child[]): Promise<Usage> {
  const usages = await Promise.all(children.map((child) => ask<Usage>(child, { kind: 'usage' })));
  return {
    cpuSeconds: usages.reduce((sum, { cpuSeconds }) => sum + cpuSeconds, 0),
    rssMiB: Math.max(...usages.map(({ rssMiB }) => rssMiB)),
    peakMiB: Math.max(...usages.map(({ peakMiB }) => peakMiB)),
  };
}

type Target = { origins: string[]; base: string; connections: number; headers: Record<string, string> };

function loadOf({ expect, script, onAnswer }: Operation, subject: Subject, target: Target): Load {
  return {
    ...target,
    expect,
    script: () => script(subject),
    onAnswer: onAnswer && ((answer) => onAnswer(subject, answer)),
  };
}

function start({ program, env }: Server, signal: AbortSignal): Promise<Child> {
  return startChild(program, signal, { ...SETTINGS, ...env });
}

function ask<T>(child: Child, question: ServerQuestion): Promise<T> {
  return child.ask<T>(question);
}
