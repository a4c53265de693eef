import type { ConnectedBrowser } from '../../shared/setup/snapshot.ts';
import type { Flow } from '../../shared/setup/steps.ts';
import type { Target } from '../../shared/setup/targets.ts';
import { withAlong } from '../db/along.ts';
import type { Along, Database } from '../db/database.ts';
import { translating } from '../db/translating.ts';
import { liveSessionQueries } from './live-sessions-store.ts';

/** A setup session and the link that opens it: there is one of each for the other. Times are ISO 8601. */
export type SetupSession = {
  id: string;
  companyId: string;
  target: Target;
  flow: Flow;
  createdAt: string;
  expiresAt: string;
  revokedAt: string | null;
  /** The one key of a self-hosted session. */
  keyId: string | null;
};

type SessionRow = {
  id: string;
  company_id: string;
  target: Target;
  flow: Flow;
  created_at: string;
  expires_at: string;
  revoked_at: string | null;
  key_id: string | null;
};
type BrowserRow = {
  id: string;
  session_id: string;
  token_hash: string;
  label: string;
  connected_at: string;
  last_seen_at: string;
  removed_at: string | null;
};

export type SetupStore = ReturnType<typeof createSetupStore>;

/** SQL of setup sessions and their browsers. */
export function createSetupStore(db: Database) {
  return translating({ ...sessionQueries(db), ...browserQueries(db), ...liveSessionQueries(db) });
}

function sessionQueries(db: Database) {
  const sessions = () => db.read<SessionRow>('setup_sessions');

  return {
    async insert(
      companyId: string,
      session: SetupSession,
      { tokenHash, createdBy }: { tokenHash: string; createdBy: string | null },
      along: Along,
    ): Promise<void> {
      const row = { ...toRow(companyId, session), token_hash: tokenHash, created_by: createdBy };
      await withAlong(db, along, (tx) => tx('setup_sessions').insert(row));
    },

    /** Newest first, with how many browsers are connected. */
    async list(companyId: string): Promise<(SetupSession & { browsers: number })[]> {
      const rows = await sessions()
        .where('company_id', companyId)
        .orderBy('created_at', 'desc')
        .orderBy('id')
        .limit(500);
      const counts = await db
        .read<{ session_id: string }>('setup_browsers')
        .whereIn(
          'session_id',
          rows.map((row) => row.id),
        )
        .whereNull('removed_at')
        .groupBy('session_id')
        .select<{ session_id: string; browsers: number | string }[]>('session_id', db.read.raw('count(*) as browsers'));
      const browsers = new Map(counts.map((count) => [count.session_id, Number(count.browsers)]));
      return rows.map((row) => ({ ...sessionOf(row), browsers: browsers.get(row.id) ?? 0 }));
    },

    async byId(companyId: string, id: string): Promise<SetupSession | null> {
      const row = await sessions().where({ company_id: companyId, id }).first();
      return row ? sessionOf(row) : null;
    },

    /** The session that a link opens: the token is what names the company. */
    async byLink(tokenHash: string): Promise<SetupSession | null> {
      const row = await sessions().where('token_hash', tokenHash).first();
      return row ? sessionOf(row) : null;
    },

    /** False when there is none, or it is revoked already. */
    async revoke(companyId: string, id: string, at: string, along: Along): Promise<boolean> {
      const open = { company_id: companyId, id, revoked_at: null };
      return withAlong(db, along, async (tx) => {
        return (await tx('setup_sessions').where(open).update({ revoked_at: at })) === 1;
      });
    },

    /** Remembers the session's key in place of the one it had. False when another request changed it meanwhile. */
    async replaceKey(companyId: string, id: string, was: string | null, keyId: string): Promise<boolean> {
      const changed = await db
        .write('setup_sessions')
        .where({ company_id: companyId, id, key_id: was })
        .update({ key_id: keyId });
      return changed === 1;
    },
  };
}

function browserQueries(db: Database) {
  return {
    /** The session and the browser of a connection. */
    async byConnection(tokenHash: string): Promise<{ session: SetupSession; browser: ConnectedBrowser } | null> {
      const browser = await db
        .read<BrowserRow>('setup_browsers')
        .where({ token_hash: tokenHash, removed_at: null })
        .first();
      if (!browser) return null;
      const row = await db.read<SessionRow>('setup_sessions').where('id', browser.session_id).first();
      return row ? { session: sessionOf(row), browser: browserOf(browser) } : null;
    },

    async insertBrowser(session: SetupSession, browser: ConnectedBrowser, tokenHash: string): Promise<void> {
      await db.write('setup_browsers').insert({
        id: browser.id,
        session_id: session.id,
        token_hash: tokenHash,
        label: browser.label,
        connected_at: browser.connectedAt,
        last_seen_at: browser.lastSeenAt,
      });
    },

    async browsers(session: SetupSession): Promise<ConnectedBrowser[]> {
      const rows = await db
        .read<BrowserRow>('setup_browsers')
        .where({ session_id: session.id, removed_at: null })
        .orderBy('connected_at')
        .orderBy('id');
      return rows.map(browserOf);
    },

    async touchBrowser(session: SetupSession, id: string, at: string): Promise<void> {
      await db.write('setup_browsers').where({ session_id: session.id, id }).update({ last_seen_at: at });
    },

    /** False when the session has no such browser. */
    async removeBrowser(session: SetupSession, id: string, at: string, along: Along): Promise<boolean> {
      const connected = { session_id: session.id, id, removed_at: null };
      return withAlong(db, along, async (tx) => {
        return (await tx('setup_browsers').where(connected).update({ removed_at: at })) === 1;
      });
    },
  };
}

function toRow(companyId: string, { id, target, flow, createdAt, expiresAt }: SetupSession) {
  return { id, company_id: companyId, target, flow, created_at: createdAt, expires_at: expiresAt };
}

function sessionOf(row: SessionRow): SetupSession {
  return {
    id: row.id,
    companyId: row.company_id,
    target: row.target,
    flow: row.flow,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    revokedAt: row.revoked_at,
    keyId: row.key_id,
  };
}

function browserOf(row: BrowserRow): ConnectedBrowser {
  return { id: row.id, label: row.label, connectedAt: row.connected_at, lastSeenAt: row.last_seen_at };
}
