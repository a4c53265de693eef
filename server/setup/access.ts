import { SESSION_EXPIRED } from '../../shared/api/common.ts';
import { DomainError } from '../errors.ts';
import { hashOfToken } from '../people/token.ts';
import type { SetupSession, SetupStore } from './store.ts';

/** What opened a session: the link itself (`browserId` null), or a browser's connection to it. */
export type SetupAccess = {
  session: SetupSession;
  browserId: string | null;
  /** Somebody of support looks on: only while the session is shared. */
  whileShared?: boolean;
};

/** Why a session ended for whoever watches it. */
export type SessionEnd = 'expired' | 'revoked' | 'removed' | 'unshared';

const SEEN_EVERY_MS = 60_000;

type AccessDeps = {
  store: SetupStore;
  now: () => Date;
  isShared: (session: SetupSession) => Promise<boolean>;
};

/** Which session a token opens, and whether it still does. */
export function createSetupAccess({ store, now, isShared }: AccessDeps) {
  const at = () => now().toISOString();

  function endOfSession(session: SetupSession): SessionEnd | null {
    if (session.revokedAt) return 'revoked';
    return session.expiresAt <= at() ? 'expired' : null;
  }

  async function find(token: string): Promise<SetupAccess | null> {
    const hash = hashOfToken(token);
    const session = await store.byLink(hash);
    if (session) return { session, browserId: null };
    const found = await store.byConnection(hash);
    if (!found) return null;
    const { session: connected, browser } = found;
    if (now().getTime() - Date.parse(browser.lastSeenAt) > SEEN_EVERY_MS) {
      await store.touchBrowser(connected, browser.id, at());
    }
    return { session: connected, browserId: browser.id };
  }

  /** Why the access opens nothing any more, or null while it does. */
  async function endOf(access: SetupAccess): Promise<SessionEnd | null> {
    const session = await store.byId(access.session.companyId, access.session.id);
    if (!session) return 'revoked';
    const end = endOfSession(session);
    if (!end && access.whileShared && !(await isShared(session))) return 'unshared';
    if (end || access.browserId === null) return end;
    const browsers = await store.browsers(session);
    return browsers.some((browser) => browser.id === access.browserId) ? null : 'removed';
  }

  /** @throws DomainError 401 `session-expired` when the token opens nothing (any more). */
  async function open(token: string): Promise<SetupAccess> {
    const access = await find(token);
    if (!access) throw sessionExpired('This setup link is not known here.');
    const end = endOfSession(access.session);
    if (end === 'revoked') throw sessionExpired('This setup link was revoked.');
    if (end) throw sessionExpired('This setup link has expired.');
    return access;
  }

  return { open, endOf };
}

/** 401: the setup link, or what was connected by it, opens nothing any more. */
export function sessionExpired(what: string): DomainError {
  return new DomainError(401, `${what} Ask whoever sent it for a new one.`, {
    code: SESSION_EXPIRED,
  });
}
