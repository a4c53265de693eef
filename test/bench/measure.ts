import { type CeilingName, startCeilings } from './ceilings.ts';
import type { Measured } from './load.ts';
import { createOperations } from './operations.ts';
import { measurePeer, type PeerFigures } from './peers.ts';
import { type Bench, fillStore, measureOperations, type ServerFigures } from './servers.ts';
import type { BenchStore, Stores } from './stores.ts';

/** The figures of one size. */
export type SizeFigures = ServerFigures & {
  users: number;
  processes: number;
  /** All that was measured of each; beside an operation is what was measured in turns with it. */
  ceilings: Record<CeilingName, Measured>;
  /** Of the same operations on the same machine, after ours. */
  peer?: PeerFigures;
};

/** Measures every operation with so many users, the ceilings in turns with them and, if asked for, a peer after them. */
export async function measureSize(
  users: number,
  processes: number,
  stores: Stores,
  bench: Bench,
): Promise<SizeFigures> {
  const { peer } = bench.options;
  const own = await inStore(stores, (store) => measureOwn(users, processes, store, bench));
  const figures = { users, processes, ...own };
  if (peer === null) return figures;
  return { ...figures, peer: await inStore(stores, ({ env }) => measurePeer(peer, users, env, bench)) };
}

async function measureOwn(users: number, processes: number, { env, scratch }: BenchStore, bench: Bench) {
  const server = { program: 'server-process.ts', env, processes };
  const { filled, filledPerSecond } = await fillStore(server, users, bench);
  const store = env['DATABASE_URL']?.replace(/^sqlite:/, '') ?? '';
  const ceilings = await startCeilings({ store, scratch }, filled.ids, bench);
  try {
    const figures = await measureOperations(server, filled, createOperations(), bench, ceilings);
    await ceilings.run('koa', bench.options.measureMs);
    return { filledPerSecond, ...figures, ceilings: ceilings.figures() };
  } finally {
    await ceilings.stop();
  }
}

async function inStore<T>(stores: Stores, measure: (store: BenchStore) => Promise<T>): Promise<T> {
  const store = await stores.make();
  try {
    return await measure(store);
  } finally {
    await store.remove();
  }
}
