import { randomUUID } from 'node:crypto';
import type { Flow } from '../../shared/setup/steps.ts';
import { isOffered, type Target } from '../../shared/setup/targets.ts';
import type { Along } from '../db/database.ts';
import { invalid, notFound } from '../errors.ts';
import { hashOfToken, newToken } from '../people/token.ts';
import { createSetupAccess, sessionExpired, type SetupAccess } from './access.ts';
import type { LiveSession } from './live-sessions-store.ts';
import type { SetupSession, SetupStore } from './store.ts';

export type { SetupSession } from './store.ts';
export type { SessionEnd, SetupAccess } from './access.ts';

/** What to make a link with; `flow` defaults to the setup, `expiresInMs` to three days. */
export type NewSetupLink = { target: Target; flow?: Flow; expiresInMs?: number; createdBy?: string | null };

/** A link just made: the only time that it can be shown. `expiresAt` is ISO 8601. */
export type CreatedLink = { id: string; url: string; expiresAt: string };

/** What goes along with a change of the link of this id: made with it, or not at all. */
type AlongLink = (id: string) => Along;
const nothing: AlongLink = () => [];

export type SetupSessionsDeps = {
  store: SetupStore;
  publicUrl: string;
  now: () => Date;
  /** Called when a session changed, so that its watchers look again. */
  changed: (companyId: string) => void;
  isShared: (session: SetupSession) => Promise<boolean>;
};

export type SetupSessions = ReturnType<typeof createSetupSessions>;

export const DEFAULT_LINK_LIFETIME_MS = 3 * 86_400_000;
const LONGEST_LINK_LIFETIME_MS = 90 * 86_400_000;

/** Setup sessions: made with their link, opened by browsers until they expire or are revoked. */
export function createSetupSessions({ store, publicUrl, now, changed, isShared }: SetupSessionsDeps) {
  const at = (inMs = 0) => new Date(now().getTime() + inMs).toISOString();

  const access = createSetupAccess({ store, now, isShared });

  return {
    open: access.open,
    endOf: access.endOf,

    /**
     * Makes a session and its link, which is given out here and never again.
     * @param along what is made with it, or not at all.
     * @throws DomainError 400 for a lifetime of more than 90 days, or a target that nothing stands behind yet.
     */
    async createLink(companyId: string, link: NewSetupLink, along: AlongLink = nothing): Promise<CreatedLink> {
      refuseWithoutConnector(link.target);
      const lifetime = link.expiresInMs ?? DEFAULT_LINK_LIFETIME_MS;
      if (lifetime <= 0 || lifetime > LONGEST_LINK_LIFETIME_MS) {
        throw invalid('invalidValue', 'A setup link lives for up to 90 days. Choose a shorter time, such as 3d.');
      }
      const token = newToken();
      const session: SetupSession = {
        id: randomUUID(),
        companyId,
        target: link.target,
        flow: link.flow ?? 'setup',
        createdAt: at(),
        expiresAt: at(lifetime),
        revokedAt: null,
        keyId: null,
      };
      const given = { tokenHash: hashOfToken(token), createdBy: link.createdBy ?? null };
      await store.insert(companyId, session, given, along(session.id));
      changed(companyId);
      return { id: session.id, url: `${publicUrl}/setup/${token}`, expiresAt: session.expiresAt };
    },

    /** Links of a company, newest first, each with how many browsers are connected. */
    list(companyId: string): Promise<(SetupSession & { browsers: number })[]> {
      return store.list(companyId);
    },

    /** Sessions of all companies that somebody is at: shared ones first, then the newest, at most 200. */
    live: (): Promise<LiveSession[]> => store.live(at()),

    /** @throws DomainError 404 when the company has no such session. */
    async byId(companyId: string, id: string): Promise<SetupSession> {
      const session = await store.byId(companyId, id);
      if (!session) throw notFound('Setup link');
      return session;
    },

    /**
     * Ends a session: its link and its browsers open nothing from now on. Revoking twice is no error.
     * @param link the link's id, or the link itself.
     * @throws DomainError 404 when the company has no such link.
     */
    async revokeLink(companyId: string, link: string, along: AlongLink = nothing): Promise<void> {
      const token = /\/setup\/([^/?#]+)/.exec(link)?.[1];
      const session = token ? await store.byLink(hashOfToken(token)) : await store.byId(companyId, link.trim());
      if (!session || session.companyId !== companyId) throw notFound('Setup link');
      await store.revoke(companyId, session.id, at(), along(session.id));
      changed(companyId);
    },

    /**
     * Connects a browser to the session of a link.
     * @throws DomainError 401 `session-expired` when the link opens nothing, or the token is not a link's.
     */
    async connect(linkToken: string, label: string): Promise<{ connectionToken: string; access: SetupAccess }> {
      const { session, browserId } = await access.open(linkToken);
      if (browserId) throw sessionExpired('This is the token of a connected browser, not a setup link.');
      const connectionToken = newToken();
      const browser = { id: randomUUID(), label, connectedAt: at(), lastSeenAt: at() };
      await store.insertBrowser(session, browser, hashOfToken(connectionToken));
      changed(session.companyId);
      return { connectionToken, access: { session, browserId: browser.id } };
    },

    /** @throws DomainError 404 when the session has no such browser. */
    async removeBrowser(session: SetupSession, browserId: string, along: Along): Promise<void> {
      if (!(await store.removeBrowser(session, browserId, at(), along))) throw notFound('Browser');
      changed(session.companyId);
    },
  };
}

/** @throws DomainError 400 for a target that nothing stands behind yet. */
function refuseWithoutConnector(target: Target): void {
  if (isOffered(target)) return;
  throw invalid(
    'invalidValue',
    `The connector that target "${target}" needs is not built yet. Use server (the key is added on Dialpad's API Keys ` +
      'page), self-hosted (this server issues it) or dialpad (JumpCloud calls Dialpad directly).',
  );
}
