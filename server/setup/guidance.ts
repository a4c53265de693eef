import { randomUUID } from 'node:crypto';
import type { Guidance, SupportMessage } from '../../shared/setup/guidance.ts';
import type { Along } from '../db/database.ts';
import { DomainError, notFound } from '../errors.ts';
import type { GuidanceStore } from './guidance-store.ts';
import type { SetupSession } from './store.ts';
import { createSessionWatchers } from './watchers.ts';

const SHOWN_MESSAGES = 20;

type Deps = {
  store: GuidanceStore;
  now: () => Date;
  changed: (companyId: string) => void;
  onError: (error: unknown) => void;
};

export type SessionGuidance = ReturnType<typeof createSessionGuidance>;

/**
 * Sharing a setup session with support. They see it only while its admin shares it, the admin sees who looks on, and what
 * they send is shown and never acts.
 */
export function createSessionGuidance(deps: Deps) {
  const { store, now, changed } = deps;
  const at = () => now().toISOString();
  const watchers = createSessionWatchers(deps);

  /** @throws DomainError 403 `not-shared` while the session is not shared. */
  async function mustBeShared(session: SetupSession): Promise<void> {
    if (await store.sharing(session)) return;
    throw new DomainError(
      403,
      'The admin has not shared this setup session. They can: on the page behind the setup link, in the console or in the side panel.',
      { code: 'not-shared' },
    );
  }

  return {
    /** Keeps somebody of support listed for as long as a page of theirs is open. Returns the function that ends it. */
    keepWatching: (session: SetupSession, email: string) => watchers.keep(session, email),

    /**
     * Notes that somebody of support looks at the session now.
     * @param along what is made with it, or not at all, when they did not look on before.
     * @throws DomainError 403 `not-shared`.
     */
    async noteWatching(session: SetupSession, email: string, along: Along): Promise<void> {
      await mustBeShared(session);
      await watchers.note(session, email, along);
    },

    isShared: async (session: SetupSession): Promise<boolean> => (await store.sharing(session)) !== null,

    /** How a session is shared, or null while it is not. */
    async of(session: SetupSession): Promise<Guidance | null> {
      const sharing = await store.sharing(session);
      if (!sharing) return null;
      const [watching, messages] = await Promise.all([
        watchers.now(session),
        store.messages(session, sharing.sharedAt, SHOWN_MESSAGES),
      ]);
      return { ...sharing, watching, messages };
    },

    /** Shares a session. Sharing twice changes nothing. @param by a person's address, or `setup link`. */
    async share(session: SetupSession, by: string, along: Along = []): Promise<void> {
      if (await store.share(session, by, at(), along)) changed(session.companyId);
    },

    /** Ends sharing: support sees nothing more from now on. Ending twice changes nothing. */
    async unshare(session: SetupSession, along: Along): Promise<void> {
      if (await store.unshare(session, along)) changed(session.companyId);
    },

    /** Sends a message of support. @throws DomainError 403 `not-shared`. */
    async send(
      session: SetupSession,
      by: string,
      said: Pick<SupportMessage, 'text' | 'step'>,
      along: Along,
    ): Promise<SupportMessage> {
      await mustBeShared(session);
      const message = { id: randomUUID(), at: at(), by, text: said.text, step: said.step, dismissedAt: null };
      await store.addMessage(session, message, along);
      changed(session.companyId);
      return message;
    },

    /** Takes a message away from the admin's pages. @throws DomainError 404 when it does not show. */
    async dismiss(session: SetupSession, messageId: string): Promise<void> {
      if (!(await store.dismissMessage(session, messageId, at()))) throw notFound('Message');
      changed(session.companyId);
    },
  };
}
