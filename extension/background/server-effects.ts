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
    await work(target).catch((error: unknown) => noteFailure({ core, stream, target }, error));
  }

  /** Does what the guide waits for under this id. */
  async function withAnswer(id: number, work: (target: Connection) => Promise<void>): Promise<void> {
    const target = core.connection();
    if (!target) return;
    await work(target).catch((error: unknown) => {
      const why = noteFailure({ core, stream, target }, error);
      const note = error instanceof ServerError ? error.message : null;
      core.answered(target, { type: 'failed', id, why, note });
    });
  }

  async function readSnapshot(target: Connection): Promise<void> {
    core.answered(target, { type: 'snapshot', snapshot: await client.session(target) });
  }

  /** Changes something of the session, and shows how it is then. */
  function change(work: (target: Connection) => Promise<void>): Promise<void> {
    return withSession(async (target) => {
      await work(target);
      await readSnapshot(target);
    });
  }

  return {
    refresh: (): Promise<void> =>
      withSession(async (target) => {
        await readSnapshot(target);
        if (core.isAt(target)) stream.follow(target);
      }),

    /** Shares the session with support, or ends that; the next snapshot shows it. */
    share: (on: boolean): Promise<void> => change((target) => client.share(target, on)),

    /** Takes a message of support away. */
    dismissMessage: (message: string): Promise<void> => change((target) => client.dismissMessage(target, message)),

    createKey: ({ id, name }: Extract<Effect, { do: 'create-key' }>): Promise<void> =>
      withAnswer(id, async (target) => {
        const key = await client.createKey(target, name);
        const company = core.state().snapshot?.company.id;
        if (company === undefined) return;
        const held = await vault.put(company, key, () => core.isAt(target));
        if (held === 'damaged') core.answered(target, { type: 'failed', id, why: 'refused', note: null });
        else if (held) core.answered(target, { type: 'key-held', held, from: 'server' });
      }),

    askForDomain: ({ id }: Extract<Effect, { do: 'ask-domain' }>): Promise<void> =>
      withAnswer(id, async (target) => {
        await client.askForDomain(target);
        core.answered(target, { type: 'asked', id, snapshot: await client.session(target).catch(() => null) });
      }),

    issueAddress: ({ id }: Extract<Effect, { do: 'issue-address' }>): Promise<void> =>
      withAnswer(id, async (target) => {
        const address = await client.issueAddress(target);
        // The page is told what to expect before it is filled.
        const snapshot = await client.session(target).catch(() => null);
        core.answered(target, { type: 'address', id, address, snapshot });
      }),
  };
}
