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
  async function connect(base: string, token: string): Promise<Answer> {
    const before = core.connection();
    const { connectionToken, snapshot } = await client.connect(base, token, label);
    // A key taken before is kept for the same company, and forgotten for another one.
    const held = await vault.describe(snapshot.company.id);
    const now = core.connection();
    if (now !== before) return now ? 'connected' : 'forgotten';
    const connection = { base, token: connectionToken };
    // All at once: in between, something could be told to the one session that is of the other.
    const stopped = stream.stop();
    const saved = core.connectTo(connection);
    core.dispatch({ type: 'connected', snapshot, held });
    stream.follow(connection);
    await Promise.all([stopped, saved]);
    // Nobody waits for the pages: one that never answers would keep the side panel connecting for ever.
    void wakePages();
    return 'connected';
  }

  return {
    async connect(link: string): Promise<Answer> {
      const parsed = parseSetupLink(link);
      if (!parsed.ok) return parsed.why;
      try {
        return await connect(parsed.base, parsed.token);
      } catch (error) {
        return error instanceof ServerError && error.why === 'unreachable' ? 'server-away' : 'link-refused';
      }
    },

    /** Takes over a key that was pasted by hand. */
    async useKey(pasted: string): Promise<Answer> {
      const key = pasted.trim();
      const at = core.connection();
      const company = core.state().snapshot?.company.id;
      if (key === '' || !at || company === undefined) return 'key-empty';
      const held = await vault.put(company, key, () => core.isAt(at));
      if (held === 'damaged') return 'key-damaged';
      if (!held) return 'forgotten';
      core.answered(at, { type: 'key-held', held, from: 'pasted' });
      return 'key-taken';
    },

    /** Takes a page's answer. A secret in it goes to the vault and no further. */
    async takeResult(id: number, { secret, ...result }: PageResult): Promise<void> {
      const at = core.connection();
      const company = core.state().snapshot?.company.id;
      if (secret === null || !at || company === undefined) {
        core.dispatch({ type: 'result', id, result });
        return;
      }
      const held = await vault.put(company, secret, () => core.isAt(at));
      if (held === 'damaged') {
        const refused = { ...result, outcome: 'refused', problem: 'key-not-seen', note: KEY_DAMAGED } as const;
        core.answered(at, { type: 'result', id, result: refused });
        return;
      }
      if (held) core.answered(at, { type: 'key-held', held, from: 'page' });
      core.answered(at, { type: 'result', id, result });
    },

    async forget(): Promise<Answer> {
      // All at once: what is still under way is of a session that is over, from now on.
      await Promise.all([core.forget(), stream.stop(), vault.forget()]);
      return 'forgotten';
    },
  };
}
