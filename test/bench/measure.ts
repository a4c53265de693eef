import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CeilingQuestion } from './ceiling-process.ts';
import { type Child, startChild } from './child.ts';
import { type Load, type Measured, type Request, runLoad } from './load.ts';
import { createOperations, type Operation, type OperationName, type Subject } from './operations.ts';
import { bodyOf } from './people.ts';
import type { BenchOptions } from './options.ts';
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
export async function measureSize(users: number, options: BenchOptions, say: Say): Promise<SizeFigures> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-'));
  const file = join(folder, 'app.sqlite');
  const env = { DATABASE_URL: `sqlite:${file}` };
  try {
    say(`${users.toLocaleString('en')} users: filling the store`);
    const begun = performance.now();
    const { key, ids } = await fill(env, users);
    const filledPerSecond = users / ((performance.now() - begun) / 1_000);
    const served = await measureServer(env, { key, subject: { ids, made: [] } }, options, say);
    const ceilings = await measureCeilings({ store: file, scratch: join(folder, 'ceiling.sqlite') }, ids, options, say);
    return { users, processes: 1, filledPerSecond, ...served, ceilings };
  } finally {
    await rm(folder, { recursive: true, force: true });
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

/** A fresh process, so that what filling took is not in its memory. */
async function measureServer(
  env: Record<string, string>,
  { key, subject }: { key: string; subject: Subject },
  { connections, measureMs }: BenchOptions,
  say: Say,
): Promise<Pick<SizeFigures, 'operations' | 'memory'>> {
  const child = await startServer(env);
  try {
    const { url } = await ask<Where>(child, { kind: 'where' });
    const headers = { Authorization: `Bearer ${key}`, 'Content-Type': 'application/scim+json' };
    const target = { origins: [url], base: SCIM, connections, headers };
    const usage = () => ask<Usage>(child, { kind: 'usage' });
    const { rssMiB: startMiB } = await usage();
    const operations: Partial<SizeFigures['operations']> = {};
    const afterMiB: Partial<Record<OperationName, number>> = {};
    for (const operation of createOperations()) {
      say(`  ${operation.label}`);
      const load = loadOf(operation, subject, target);
      if (!operation.whole) await runLoad({ ...load, forMs: WARM_MS });
      const before = await usage();
      const measured = await runLoad(operation.whole ? load : { ...load, forMs: measureMs });
      const after = await usage();
      const serverCpuMicros = ((after.cpuSeconds - before.cpuSeconds) * 1e6) / measured.requests;
      operations[operation.name] = { ...measured, serverCpuMicros };
      afterMiB[operation.name] = after.rssMiB;
    }
    const { peakMiB } = await usage();
    return {
      operations: operations as SizeFigures['operations'],
      memory: { startMiB, peakMiB, afterMiB: afterMiB as Record<OperationName, number> },
    };
  } finally {
    await child.stop();
  }
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
