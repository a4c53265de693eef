import type { Effect } from '../guide/events.ts';
import type { Core } from './core.ts';
import { noteFailure } from './flush.ts';
import { ServerError, type Connection, type ServerClient } from './server-client.ts';
import type { SessionStream } from './session-stream.ts';
import type { Vault } from './vault.ts';

export type ServerEffectsDeps = { core: Core; client: ServerClient; stream: SessionStream; vault: Vault };

export type ServerEffects = ReturnType<typeof createServerEffects>;

/** What the guide, and the admin in a panel, ask of the server. Failures become events; nothing is thrown. */
export function createServerEffects({ core, client, stream, vault }: ServerEffectsDeps) {
  async function withSession(work: (target: Connection) => Promise<void>): Promise<void> {
    const target = core.connection();
    if (!target) return;
    try {
      await work(target);
      core.dispatch({ type: 'snapshot', snapshot: await client.session(target) });
    } catch (error) {
      noteFailure({ core, stream }, error);
    }
  }

  return {
    async refresh(): Promise<void> {
      const target = core.connection();
      if (!target) return;
      try {
        core.dispatch({ type: 'snapshot', snapshot: await client.session(target) });
        stream.follow(target);
      } catch (error) {
        noteFailure({ core, stream }, error);
      }
    },

    /** Shares the session with support, or ends that; the next snapshot shows it. */
    share: (on: boolean): Promise<void> => withSession((target) => client.share(target, on)),

    /** Takes a message of support away. */
    dismissMessage: (message: string): Promise<void> => withSession((target) => client.dismissMessage(target, message)),

    async createKey({ id, name }: Extract<Effect, { do: 'create-key' }>): Promise<void> {
      const target = core.connection();
      const company = core.state().snapshot?.company.id;
      if (!target || company === undefined) return;
      try {
        const held = await vault.put(company, await client.createKey(target, name));
        if (held !== 'damaged') core.dispatch({ type: 'key-held', held, from: 'server' });
      } catch (error) {
        const note = error instanceof ServerError ? error.message : null;
        core.dispatch({ type: 'failed', id, why: noteFailure({ core, stream }, error), note });
      }
    },

    async askForDomain({ id }: Extract<Effect, { do: 'ask-domain' }>): Promise<void> {
      const target = core.connection();
      if (!target) return;
      try {
        await client.askForDomain(target);
        core.dispatch({ type: 'asked', id, snapshot: await client.session(target).catch(() => null) });
      } catch (error) {
        core.dispatch({ type: 'failed', id, why: noteFailure({ core, stream }, error), note: null });
      }
    },

    async issueAddress({ id }: Extract<Effect, { do: 'issue-address' }>): Promise<void> {
      const target = core.connection();
      if (!target) return;
      try {
        const address = await client.issueAddress(target);
        // The page is told what to expect before it is filled.
        const snapshot = await client.session(target).catch(() => null);
        core.dispatch({ type: 'address', id, address, snapshot });
      } catch (error) {
        core.dispatch({ type: 'failed', id, why: noteFailure({ core, stream }, error), note: null });
      }
    },
  };
}
