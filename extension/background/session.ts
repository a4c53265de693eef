import type { PageResult } from '../../shared/setup/commands.ts';
import { KEY_DAMAGED } from '../../shared/setup/key-notes.ts';
import type { Answer } from '../platform/protocol.ts';
import type { Core } from './core.ts';
import { ServerError, type ServerClient } from './server-client.ts';
import type { SessionStream } from './session-stream.ts';
import { parseSetupLink } from './setup-link.ts';
import type { Vault } from './vault.ts';

export type SessionDeps = {
  core: Core;
  client: ServerClient;
  stream: SessionStream;
  vault: Vault;
  /** How this browser is listed among the connected ones. */
  label: string;
  /** Tells the open admin pages that the assistant is connected. */
  wakePages: () => Promise<void>;
};

export type Session = ReturnType<typeof createSession>;

/** What the admin does with the session as a whole: connect, hand over a key, forget everything. */
export function createSession({ core, client, stream, vault, label, wakePages }: SessionDeps) {
  async function connect(base: string, token: string): Promise<void> {
    const { connectionToken, snapshot } = await client.connect(base, token, label);
    await stream.stop();
    const connection = { base, token: connectionToken };
    await core.connectTo(connection);
    // A key taken before is kept for the same company, and forgotten for another one.
    const held = await vault.describe(snapshot.company.id);
    core.dispatch({ type: 'connected', snapshot, held });
    stream.follow(connection);
    // Nobody waits for the pages: one that never answers would keep the side panel connecting for ever.
    void wakePages();
  }

  return {
    async connect(link: string): Promise<Answer> {
      const parsed = parseSetupLink(link);
      if (!parsed.ok) return parsed.why;
      try {
        await connect(parsed.base, parsed.token);
        return 'connected';
      } catch (error) {
        return error instanceof ServerError && error.why === 'unreachable' ? 'server-away' : 'link-refused';
      }
    },

    /** Takes over a key that was pasted by hand. */
    async useKey(pasted: string): Promise<Answer> {
      const key = pasted.trim();
      const company = core.state().snapshot?.company.id;
      if (key === '' || company === undefined) return 'key-empty';
      const held = await vault.put(company, key);
      if (held === 'damaged') return 'key-damaged';
      core.dispatch({ type: 'key-held', held, from: 'pasted' });
      return 'key-taken';
    },

    /** Takes a page's answer. A secret in it goes to the vault and no further. */
    async takeResult(id: number, { secret, ...result }: PageResult): Promise<void> {
      const company = core.state().snapshot?.company.id;
      if (secret === null || company === undefined) {
        core.dispatch({ type: 'result', id, result });
        return;
      }
      const held = await vault.put(company, secret);
      if (held === 'damaged') {
        const refused = { ...result, outcome: 'refused', problem: 'key-not-seen', note: KEY_DAMAGED } as const;
        core.dispatch({ type: 'result', id, result: refused });
        return;
      }
      core.dispatch({ type: 'key-held', held, from: 'page' });
      core.dispatch({ type: 'result', id, result });
    },

    async forget(): Promise<Answer> {
      // All at once: what is still under way is of a session that is over, from now on.
      await Promise.all([core.forget(), stream.stop(), vault.forget()]);
      return 'forgotten';
    },
  };
}
