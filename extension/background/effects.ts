import type { PageCommand } from '../../shared/setup/commands.ts';
import type { NewEvidence } from '../../shared/setup/evidence.ts';
import type { Effect, GuideEvent } from '../guide/events.ts';
import type { GuideState, LocalEvidence } from '../guide/state.ts';
import type { Tabs } from '../platform/tabs.ts';
import { goToSite } from './go.ts';
import type { Pages } from './pages.ts';
import { ServerError, type Connection, type ServerClient } from './server-client.ts';
import type { SessionStream } from './session-stream.ts';
import type { Vault } from './vault.ts';

const DAY_MS = 86_400_000;
const BATCH = 100;

/** An event without its time, which `dispatch` adds. */
export type Happening = GuideEvent extends infer One ? (One extends GuideEvent ? Omit<One, 'at'> : never) : never;

export type EffectDeps = {
  client: ServerClient;
  stream: SessionStream;
  vault: Vault;
  pages: Pages;
  tabs: Tabs;
  now: () => number;
  state: () => GuideState;
  connection: () => Connection | null;
  dispatch: (event: Happening) => void;
};

/** Does what the guide asks for, and tells it what came of it. Failures become events; nothing is thrown. */
export function createEffects(deps: EffectDeps) {
  const { client, vault, pages, tabs, now, state, connection, dispatch } = deps;
  let flushing: Promise<void> = Promise.resolve();

  /** The server's refusal, as events. Returns why, so that what was begun can be called off. */
  function failed(error: unknown): 'unreachable' | 'refused' {
    const why = error instanceof ServerError ? error.why : 'refused';
    if (why === 'unreachable') dispatch({ type: 'server', up: false });
    if (why === 'expired') dispatch({ type: 'expired' });
    return why === 'unreachable' ? 'unreachable' : 'refused';
  }

  async function flush(): Promise<void> {
    const target = connection();
    const entries = state().local.slice(0, BATCH);
    if (!target || entries.length === 0 || state().connection !== 'connected') return;
    try {
      await client.report(
        target,
        entries.map((entry) => toWire(entry, now())),
      );
      const snapshot = await client.session(target);
      dispatch({ type: 'acknowledged', ids: entries.map((entry) => entry.id), snapshot });
    } catch (error) {
      const why = failed(error);
      const working = state().working;
      if (working?.phase === 'acknowledge') dispatch({ type: 'failed', id: working.id, why, note: null });
    }
  }

  async function refresh(): Promise<void> {
    const target = connection();
    if (!target) return;
    try {
      dispatch({ type: 'snapshot', snapshot: await client.session(target) });
      deps.stream.follow(target);
    } catch (error) {
      failed(error);
    }
  }

  async function command(effect: Extract<Effect, { do: 'command' }>): Promise<void> {
    const order = async (): Promise<PageCommand | null> => {
      if (!effect.withKey || effect.command.do !== 'perform') return effect.command;
      const key = await vault.take();
      return key && { ...effect.command, value: key.reveal() };
    };
    const sent = await pages.command(effect.tabId, effect.id, order).catch(() => false);
    if (!sent) dispatch({ type: 'failed', id: effect.id, why: 'page-gone', note: null });
  }

  async function createKey({ id, name }: Extract<Effect, { do: 'create-key' }>): Promise<void> {
    const target = connection();
    const company = state().snapshot?.company.id;
    if (!target || company === undefined) return;
    try {
      const held = await vault.put(company, await client.createKey(target, name));
      if (held !== 'damaged') dispatch({ type: 'key-held', held, from: 'server' });
    } catch (error) {
      const note = error instanceof ServerError ? error.message : null;
      dispatch({ type: 'failed', id, why: failed(error), note });
    }
  }

  async function issueAddress({ id }: Extract<Effect, { do: 'issue-address' }>): Promise<void> {
    const target = connection();
    if (!target) return;
    try {
      const address = await client.issueAddress(target);
      // The page is told what to expect before it is filled.
      const snapshot = await client.session(target).catch(() => null);
      dispatch({ type: 'address', id, address, snapshot });
    } catch (error) {
      dispatch({ type: 'failed', id, why: failed(error), note: null });
    }
  }

  return (effect: Effect): void => {
    switch (effect.do) {
      case 'flush':
        flushing = flushing.then(flush);
        return;
      case 'command':
        return void command(effect);
      case 'create-key':
        return void createKey(effect);
      case 'issue-address':
        return void issueAddress(effect);
      case 'refresh':
        return void refresh();
      case 'look':
        return void pages.send(effect.tabId, { type: 'look' });
      case 'show':
        return void pages.send(effect.tabId, { type: 'show' });
      case 'go': {
        const { site, host, tabId } = effect;
        if (site !== 'server') void goToSite({ site, host, tabId }, { tabs, pages });
        return;
      }
      case 'deadline':
        setTimeout(() => dispatch({ type: 'tick' }), Math.max(0, effect.at - now()));
    }
  };
}

/** Evidence as it is sent: the server stamps its own clock, less the age. */
function toWire({ step, fact, seenBy, note, fingerprint, atMs }: LocalEvidence, now: number): NewEvidence {
  const ageMs = Math.min(DAY_MS, Math.max(0, Math.round(now - atMs)));
  return { step, fact, seenBy, note, fingerprint, ageMs };
}
