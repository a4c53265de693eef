import type { Effect, GuideEvent } from '../guide/events.ts';
import { guide } from '../guide/guide.ts';
import { initialState, type GuideState } from '../guide/state.ts';
import type { Memory } from './memory.ts';
import type { Connection } from './server-client.ts';

/** An event without its time, which `dispatch` adds. */
export type Happening = GuideEvent extends infer One ? (One extends GuideEvent ? Omit<One, 'at'> : never) : never;

export type CoreDeps = {
  memory: Memory;
  now: () => number;
  runEffect: (effect: Effect) => void;
  /** Called after every change, so that panels show it. */
  onChange: () => void;
  /** The guide no longer counts on the key that was held. */
  onKeyDropped: () => void;
};

export type Core = ReturnType<typeof createCore>;

/** The one place that holds the walk's state: events go in, are written down, shown, and their effects run. */
export function createCore({ memory, now, runEffect, onChange, onKeyDropped }: CoreDeps) {
  let state: GuideState | null = null;
  let connection: Connection | null = null;
  let pointed: Record<string, string> = {};

  function known(): GuideState {
    if (!state) throw new Error('The assistant was asked before it was ready.');
    return state;
  }

  /** Whether this browser has not left that session meanwhile. */
  function isAt(session: Connection): boolean {
    return session === connection;
  }

  function dispatch(event: Happening): void {
    const before = known();
    const { state: next, effects } = guide(before, { ...event, at: now() });
    state = next;
    if (before.held && !next.held) onKeyDropped();
    memory.saveState(next);
    onChange();
    effects.forEach(runEffect);
  }

  return {
    state: known,
    connection: () => connection,
    isAt,
    /** Selectors of controls that the admin pointed at. */
    pointed: () => pointed,

    dispatch,

    /** Takes in what came of something that was begun in a session: nothing, when that is left. */
    answered(by: Connection, event: Happening): void {
      if (isAt(by)) dispatch(event);
    },

    /** Takes up what an earlier worker, or an earlier run of the browser, left. */
    async load(): Promise<void> {
      pointed = await memory.loadPointed();
      connection = await memory.loadConnection();
      state = await memory.loadState(now());
    },

    /** At once; what is returned is when it is stored. */
    connectTo(next: Connection): Promise<void> {
      connection = next;
      return memory.saveConnection(next);
    },

    async keepPointed(key: string, selector: string): Promise<void> {
      pointed = { ...pointed, [key]: selector };
      await memory.savePointed(pointed);
    },

    async forget(): Promise<void> {
      connection = null;
      pointed = {};
      // At once: what comes while all is removed must not write any of it down again.
      state = initialState(now());
      await memory.forget();
      onChange();
    },
  };
}
