import { type Child, startChild } from './child.ts';
import type { Ceilings } from './ceilings.ts';
import { type Load, type Measured, type Run, runLoad, summary } from './load.ts';
import type { Operation, OperationName, Subject } from './operations.ts';
import type { BenchOptions } from './options.ts';
import type { Filled, ServerQuestion, Where } from './server-process.ts';
import type { Usage } from './usage.ts';

/** What is measured, how long, who hears of it, and what ends it early. */
export type Bench = { options: BenchOptions; say: (line: string) => void; signal: AbortSignal };

/** A program that answers `ServerQuestion`s, and the store that it is to use. */
export type Server = { program: string; env: Record<string, string>; processes: number };

/**
 * `serverCpuMicros`: what one request took of the server process, on every core; `ceiling`: what was measured in turns with it,
 * where there is something to compare it with.
 */
export type OperationFigures = Measured & { serverCpuMicros: number; ceiling?: Measured };

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
/** Of what is measured of an operation. */
const SLICES = 4;
const SCIM = '/scim/v2';

/** Everything is on but the limit on requests a second. */
const SETTINGS = { PORT: '0', HOST: '127.0.0.1', SCIM_RATE_LIMIT: '0', SEED_DEMO: '0', LOG_LEVEL: 'info' };

/** Fills the server's store with so many users, by a process that ends when it has. */
export async function fillStore(
  server: Server,
  users: number,
  { say, signal }: Bench,
): Promise<{ filled: Filled; filledPerSecond: number }> {
  say(`${users.toLocaleString('en')} users: filling the store`);
  const begun = performance.now();
  const child = await start(server, signal);
  try {
    const filled = await ask<Filled>(child, { kind: 'fill', users });
    return { filled, filledPerSecond: users / ((performance.now() - begun) / 1_000) };
  } finally {
    await child.stop();
  }
}

/**
 * Measures the operations in the order given, on fresh processes, so that what filling took is not in their memory.
 * @param ceilings measured in turns with each operation, where there are any.
 */
export async function measureOperations<Name extends OperationName>(
  server: Server,
  { key, ids }: Filled,
  operations: readonly (Operation & { name: Name })[],
  { options, say, signal }: Bench,
  ceilings: Ceilings | null,
): Promise<Omit<ServerFigures<Name>, 'filledPerSecond'>> {
  const subject = { ids, made: [] };
  const children: Child[] = [];
  try {
    while (children.length < server.processes) children.push(await start(server, signal));
    const origins = await Promise.all(children.map(async (child) => (await ask<Where>(child, { kind: 'where' })).url));
    const headers = { Authorization: `Bearer ${key}`, 'Content-Type': 'application/scim+json' };
    const target = { origins, base: SCIM, connections: options.connections, headers };
    const { rssMiB: startMiB } = await usageOf(children);
    const figures: Partial<Record<Name, OperationFigures>> = {};
    const afterMiB: Partial<Record<Name, number>> = {};
    for (const operation of operations) {
      say(`  ${operation.label}`);
      const load = loadOf(operation, subject, target);
      figures[operation.name] = await measureInTurns(operation, load, children, options, ceilings);
      afterMiB[operation.name] = (await usageOf(children)).rssMiB;
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

/**
 * In slices, with one of the ceiling before and after each: what else a machine does changes within seconds, and so meets both
 * alike.
 */
async function measureInTurns(
  { whole, ceiling }: Operation,
  load: Load,
  children: readonly Child[],
  { measureMs }: BenchOptions,
  ceilings: Ceilings | null,
): Promise<OperationFigures> {
  const slices = whole ? 1 : SLICES;
  const forMs = measureMs / slices;
  const [runs, beside]: [Run[], Run[]] = [[], []];
  const runBeside = async (): Promise<void> => {
    if (ceilings && ceiling) beside.push(await ceilings.run(ceiling, forMs));
  };
  let cpuSeconds = 0;
  if (!whole) await runLoad({ ...load, forMs: WARM_MS });
  await runBeside();
  while (runs.length < slices) {
    const before = await usageOf(children);
    runs.push(await runLoad(whole ? load : { ...load, forMs }));
    cpuSeconds += (await usageOf(children)).cpuSeconds - before.cpuSeconds;
    await runBeside();
  }
  const measured = summary(runs);
  const figures = { ...measured, serverCpuMicros: (cpuSeconds * 1e6) / measured.requests };
  return beside.length === 0 ? figures : { ...figures, ceiling: summary(beside) };
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
