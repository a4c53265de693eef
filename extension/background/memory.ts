import { initialState, type GuideState } from '../guide/state.ts';
import type { Store } from '../platform/storage.ts';
import type { Connection } from './server-client.ts';

const STATE = 'guide';
const CONNECTION = 'connection';
const HABITS = 'habits';
const POINTED = 'pointed';

/** What a browser remembers of its admin's ways: the host of each site used last, and which panels are collapsed. */
type Habits = Pick<GuideState, 'hosts' | 'collapsed'>;

export type Memory = ReturnType<typeof createMemory>;

function habitsOf({ hosts, collapsed }: GuideState): Habits {
  return { hosts, collapsed };
}

/** As every walk begins. They need not be stored. */
const NO_HABITS = JSON.stringify(habitsOf(initialState(0)));

/**
 * What outlives the worker: the walk until the browser closes; the connection, habits and controls pointed at for good.
 * The key is in neither (see the vault).
 */
export function createMemory({ session, local }: { session: Store; local: Store }) {
  let habits = NO_HABITS;
  let writing: Promise<void> = Promise.resolve();

  /** Writes in order, whatever became of the writes before. */
  function write(work: () => Promise<unknown>): Promise<void> {
    const written = writing.then(async () => {
      await work();
    });
    writing = written.catch(() => undefined);
    return written;
  }

  return {
    async loadState(now: number): Promise<GuideState> {
      const kept = (await session.get(STATE)) as GuideState | undefined;
      const known = (await local.get(HABITS)) as Habits | undefined;
      if (known) habits = JSON.stringify(known);
      return kept ?? { ...initialState(now), ...known };
    },

    saveState(state: GuideState): void {
      void write(() => session.set(STATE, state));
      const ways = habitsOf(state);
      if (JSON.stringify(ways) === habits) return;
      habits = JSON.stringify(ways);
      void write(() => local.set(HABITS, ways));
    },

    async loadConnection(): Promise<Connection | null> {
      return ((await local.get(CONNECTION)) as Connection | undefined) ?? null;
    },

    saveConnection: (connection: Connection): Promise<void> => write(() => local.set(CONNECTION, connection)),

    async loadPointed(): Promise<Record<string, string>> {
      return ((await local.get(POINTED)) as Record<string, string> | undefined) ?? {};
    },

    savePointed: (pointed: Record<string, string>): Promise<void> => write(() => local.set(POINTED, pointed)),

    /** What is saved from now on is kept: it is of a state after this. */
    forget(): Promise<void> {
      habits = NO_HABITS;
      return write(() =>
        Promise.all([session.remove(STATE), ...[CONNECTION, HABITS, POINTED].map((name) => local.remove(name))]),
      );
    },
  };
}
