import type { CeilingQuestion } from './ceiling-process.ts';
import { startChild } from './child.ts';
import { type Measured, type Request, type Run, runLoad, summary } from './load.ts';
import { bodyOf } from './people.ts';
import type { Where } from './server-process.ts';
import type { Bench } from './servers.ts';
import { WARM_MS } from './turns.ts';

export type CeilingName = 'koa' | 'select' | 'insert';

/** The ceilings of one store, ready to be measured beside the server that works on it. */
export type Ceilings = {
  run: (name: CeilingName, forMs: number) => Promise<Run>;
  /** Of everything that was run so far. */
  figures: () => Record<CeilingName, Measured>;
  stop: () => Promise<void>;
};

/** Starts the program that has the ceilings and lets it run until it is as compiled as the server will be. */
export async function startCeilings(question: CeilingQuestion, ids: string[], bench: Bench): Promise<Ceilings> {
  const { options, limits, say, signal } = bench;
  say('  ceilings: warming up');
  const child = await limits.hold(
    await startChild('ceiling-process.ts', signal, { BENCH_CEILING: JSON.stringify(question) }),
  );
  const any = (): string => ids[Math.floor(Math.random() * ids.length)] ?? '';
  const body = JSON.stringify(bodyOf(0));
  const requests: Record<CeilingName, { expect: number; request: () => Request }> = {
    koa: { expect: 200, request: () => ({ method: 'GET', path: '/' }) },
    select: { expect: 200, request: () => ({ method: 'GET', path: `/${any()}` }) },
    insert: { expect: 201, request: () => ({ method: 'POST', path: '/', body }) },
  };
  const target = { base: '', headers: { 'Content-Type': 'application/scim+json' } };
  const load = async (name: CeilingName, forMs: number): Promise<Run> => {
    const { url } = await where;
    const { expect, request } = requests[name];
    return runLoad({
      ...target,
      origins: [url],
      connections: options.connections,
      expect,
      script: () => request,
      forMs,
    });
  };
  const where = child.ask<Where>({});
  const runs: Record<CeilingName, Run[]> = { koa: [], select: [], insert: [] };
  try {
    for (const name of Object.keys(runs) as CeilingName[]) await child.freely(() => load(name, WARM_MS));
  } catch (error) {
    await child.stop();
    throw error;
  }
  return {
    run: async (name, forMs) => {
      const run = await load(name, forMs);
      runs[name].push(run);
      return run;
    },
    figures: () => ({ koa: summary(runs.koa), select: summary(runs.select), insert: summary(runs.insert) }),
    stop: () => child.stop(),
  };
}
