import { type CeilingName, startCeilings } from './ceilings.ts';
import type { Measured } from './load.ts';
import { createOperations } from './operations.ts';
import type { PeerName } from './peer-names.ts';
import { type PeerFigures, peerOperations, peerServer } from './peers.ts';
import { type Bench, fillStore, type Server, startServer } from './servers.ts';
import type { Stores } from './stores.ts';
import { createContestant, measureInTurns, type ServerFigures, type TakesTurns } from './turns.ts';

/** The figures of one size. */
export type SizeFigures = ServerFigures & {
  users: number;
  processes: number;
  /** Users a second when the store was filled. */
  filledPerSecond: number;
  /** All that was measured of each; with an operation is what was measured in turns with it. */
  ceilings: Record<CeilingName, Measured>;
  /** Of the same operations on the same machine. */
  peer?: PeerFigures;
};

/** One size, ready to be measured. */
type Size = { contestants: TakesTurns[]; figures: () => Promise<SizeFigures> };

/** What is to end once everything is measured, or cannot be. */
type Ends = (() => Promise<void>)[];

/**
 * Measures a company of every size with every number of server processes, the ceilings beside each and, if asked for, a peer:
 * all of them in turns.
 */
export async function measureSizes(stores: Stores, bench: Bench): Promise<SizeFigures[]> {
  const { options, say } = bench;
  const ends: Ends = [];
  try {
    const sizes: Size[] = [];
    for (const processes of options.processes) {
      for (const users of options.users) sizes.push(await prepareSize(users, processes, stores, bench, ends));
    }
    say('in turns:');
    await measureInTurns(
      sizes.flatMap(({ contestants }) => contestants),
      say,
    );
    const figures: SizeFigures[] = [];
    for (const size of sizes) figures.push(await size.figures());
    return figures;
  } finally {
    await endAll(ends);
  }
}

/** The last one first, and each of them even when another one could not be ended. */
async function endAll(ends: Ends): Promise<void> {
  const failures: unknown[] = [];
  for (const end of ends.reverse()) await end().catch((error: unknown) => failures.push(error));
  if (failures.length > 0) throw new AggregateError(failures, 'Not all that was started could be ended.');
}

async function prepareSize(users: number, processes: number, stores: Stores, bench: Bench, ends: Ends): Promise<Size> {
  const { measureMs, peer } = bench.options;
  bench.say(`${users.toLocaleString('en')} users, server processes: ${processes}; filling the store`);
  const { env, scratch, remove } = await stores.make();
  ends.push(remove);
  const own = { program: 'server-process.ts', env, processes };
  const { ids, filledPerSecond, server } = await prepareServer(own, users, bench, ends);
  const store = env['DATABASE_URL']?.replace(/^sqlite:/, '') ?? '';
  const ceilings = await startCeilings({ store, scratch }, ids, bench);
  ends.push(ceilings.stop);
  const contestant = await createContestant({ server, ids, operations: createOperations(), ceilings, measureMs });
  const beside = peer === null ? null : await preparePeer(peer, users, stores, bench, ends);
  return {
    contestants: [contestant, ...(beside ? [beside.contestant] : [])],
    figures: async () => {
      await ceilings.run('koa', measureMs);
      const figures = { users, processes, filledPerSecond, ...(await contestant.figures()) };
      return { ...figures, ceilings: ceilings.figures(), ...(beside ? { peer: await beside.figures() } : {}) };
    },
  };
}

async function preparePeer(name: PeerName, users: number, stores: Stores, bench: Bench, ends: Ends) {
  bench.say(`  the same for ${name}`);
  const { env, remove } = await stores.make();
  ends.push(remove);
  const { ids, filledPerSecond, server } = await prepareServer(peerServer(name, env), users, bench, ends);
  const { measureMs } = bench.options;
  const contestant = await createContestant({ server, ids, operations: peerOperations(), ceilings: null, measureMs });
  const figures = async (): Promise<PeerFigures> => ({ name, filledPerSecond, ...(await contestant.figures()) });
  return { contestant, figures };
}

async function prepareServer(server: Server, users: number, bench: Bench, ends: Ends) {
  const { ids, key, filledPerSecond } = await fillStore(server, users, bench);
  const running = await startServer(server, key, bench);
  ends.push(running.stop);
  return { ids, filledPerSecond, server: running };
}
