import type { CeilingQuestion } from './ceiling-process.ts';
import { startChild } from './child.ts';
import { type Measured, type Request, runLoad } from './load.ts';
import { createOperations } from './operations.ts';
import { bodyOf } from './people.ts';
import { measurePeer, type PeerFigures } from './peers.ts';
import type { Where } from './server-process.ts';
import { type Bench, measureServer, type ServerFigures, WARM_MS } from './servers.ts';
import type { BenchStore, Stores } from './stores.ts';

export type CeilingName = 'koa' | 'select' | 'insert';

/** The figures of one size. */
export type SizeFigures = ServerFigures & {
  users: number;
  processes: number;
  ceilings: Record<CeilingName, Measured>;
  /** Of the same operations on the same machine, after ours. */
  peer?: PeerFigures;
};

/** Measures every operation with so many users, the ceilings beside them and, if asked for, a peer. */
export async function measureSize(
  users: number,
  processes: number,
  stores: Stores,
  bench: Bench,
): Promise<SizeFigures> {
  const { peer } = bench.options;
  const own = await inStore(stores, async ({ env, scratch }) => {
    const server = { program: 'server-process.ts', env, processes };
    const { ids, ...figures } = await measureServer(server, users, createOperations(), bench);
    const store = env['DATABASE_URL']?.replace(/^sqlite:/, '') ?? '';
    return { ...figures, ceilings: await measureCeilings({ store, scratch }, ids, bench) };
  });
  const figures = { users, processes, ...own };
  if (peer === null) return figures;
  return { ...figures, peer: await inStore(stores, ({ env }) => measurePeer(peer, users, env, bench)) };
}

async function inStore<T>(stores: Stores, measure: (store: BenchStore) => Promise<T>): Promise<T> {
  const store = await stores.make();
  try {
    return await measure(store);
  } finally {
    await store.remove();
  }
}

async function measureCeilings(
  question: CeilingQuestion,
  ids: string[],
  { options: { connections, measureMs }, say, signal }: Bench,
): Promise<SizeFigures['ceilings']> {
  const child = await startChild('ceiling-process.ts', signal, { BENCH_CEILING: JSON.stringify(question) });
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
