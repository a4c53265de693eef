import type { CeilingQuestion } from './ceiling-process.ts';
import { type Child, startChild } from './child.ts';
import { type Load, type Measured, type Request, runLoad } from './load.ts';
import { createOperations, type Operation, type OperationName, type Subject } from './operations.ts';
import { bodyOf } from './people.ts';
import type { BenchOptions } from './options.ts';
import type { Stores } from './stores.ts';
import type { Filled, ServerQuestion, Usage, Where } from './server-process.ts';

export type CeilingName = 'koa' | 'select' | 'insert';

/** `serverCpuMicros`: what one request took of the server process, on every core. */
export type OperationFigures = Measured & { serverCpuMicros: number };

/** The figures of one size. */
export type SizeFigures = {
  users: number;
  processes: number;
  /** Users a second when the store was filled, by the rules alone. */
  filledPerSecond: number;
  operations: Record<OperationName, OperationFigures>;
  ceilings: Record<CeilingName, Measured>;
  /** Of the server process that was measured (of several: the largest), after each operation and at its peak. */
  memory: { peakMiB: number; startMiB: number; afterMiB: Record<OperationName, number> };
};

export type Say = (line: string) => void;

const WARM_MS = 1_000;
const SCIM = '/scim/v2';

/** Fills a store with so many users, and measures every operation on it and the ceilings beside them. */
export async function measureSize(
  users: number,
  processes: number,
  stores: Stores,
  options: BenchOptions,
  say: Say,
): Promise<SizeFigures> {
  const store = await stores.make();
  try {
    say(`${users.toLocaleString('en')} users: filling the store`);
    const begun = performance.now();
    const { key, ids } = await fill(store.env, users);
    const filledPerSecond = users / ((performance.now() - begun) / 1_000);
    const subject = { ids, made: [] };
    const served = await measureServers(store.env, processes, { key, subject }, options, say);
    const where = { store: store.env['DATABASE_URL']?.replace(/^sqlite:/, '') ?? '', scratch: store.scratch };
    const ceilings = await measureCeilings(where, ids, options, say);
    return { users, processes, filledPerSecond, ...served, ceilings };
  } finally {
    await store.remove();
  }
}

async function fill(env: Record<string, string>, users: number): Promise<Filled> {
  const child = await startServer(env);
  try {
    return await ask<Filled>(child, { kind: 'fill', users });
  } finally {
    await child.stop();
  }
}

/** Fresh processes, so that what filling took is not in their memory. */
async function measureServers(
  env: Record<string, string>,
  processes: number,
  { key, subject }: { key: string; subject: Subject },
  { connections, measureMs }: BenchOptions,
  say: Say,
): Promise<Pick<SizeFigures, 'operations' | 'memory'>> {
  const children: Child[] = [];
  try {
    for (let number = 0; number < processes; number += 1) children.push(await startServer(env));
    const origins = await Promise.all(children.map(async (child) => (await ask<Where>(child, { kind: 'where' })).url));
    const headers = { Authorization: `Bearer ${key}`, 'Content-Type': 'application/scim+json' };
    const target = { origins, base: SCIM, connections, headers };
    const { rssMiB: startMiB } = await usageOf(children);
    const operations: Partial<SizeFigures['operations']> = {};
    const afterMiB: Partial<Record<OperationName, number>> = {};
    for (const operation of createOperations()) {
      say(`  ${operation.label}`);
      const load = loadOf(operation, subject, target);
      if (!operation.whole) await runLoad({ ...load, forMs: WARM_MS });
      const before = await usageOf(children);
      const measured = await runLoad(operation.whole ? load : { ...load, forMs: measureMs });
      const after = await usageOf(children);
      const serverCpuMicros = ((after.cpuSeconds - before.cpuSeconds) * 1e6) / measured.requests;
      operations[operation.name] = { ...measured, serverCpuMicros };
      afterMiB[operation.name] = after.rssMiB;
    }
    const { peakMiB } = await usageOf(children);
    return {
      operations: operations as SizeFigures['operations'],
      memory: { startMiB, peakMiB, afterMiB: afterMiB as Record<OperationName, number> },
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

async function measureCeilings(
  question: CeilingQuestion,
  ids: string[],
  { connections, measureMs }: BenchOptions,
  say: Say,
): Promise<SizeFigures['ceilings']> {
  const child = await startChild('ceiling-process.ts', { BENCH_CEILING: JSON.stringify(question) });
  try {
    const { url } = await child.ask<Where>({});
    const target = { origins: [url], base: '', connections, headers: { 'Content-Type': 'application/scim+json' } };
    const any = (): string => ids[Math.floor(Math.random() * ids.length)] ?? '';
    const body = JSON.stringify(bodyOf(0));
    const of = async (label: string, expect: number, request: () => Request) => {
      say(`  ceiling: ${label}`);
      const load = { ...target, expect, script: () => request };
      await runLoad({ ...load, forMs: WARM_MS });
      return runLoad({ ...load, forMs: measureMs });
    };
    return {
      koa: await of('Koa alone', 200, () => ({ method: 'GET', path: '/' })),
      select: await of('Koa and one prepared SELECT', 200, () => ({ method: 'GET', path: `/${any()}` })),
      insert: await of('Koa and one prepared INSERT', 201, () => ({ method: 'POST', path: '/', body })),
    };
  } finally {
    await child.stop();
  }
}

function startServer(env: Record<string, string>): Promise<Child> {
  return startChild('server-process.ts', { ...SETTINGS, ...env });
}

/** Everything is on but the limit on requests a second. */
const SETTINGS = { PORT: '0', HOST: '127.0.0.1', SCIM_RATE_LIMIT: '0', SEED_DEMO: '0', LOG_LEVEL: 'info' };

function ask<T>(child: Child, question: ServerQuestion): Promise<T> {
  return child.ask<T>(question);
}
