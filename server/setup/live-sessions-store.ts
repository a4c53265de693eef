import type { Target } from '../../shared/setup/targets.ts';
import type { Database } from '../db/database.ts';

/** A setup session that somebody is at, for support's list: what the company's own list of links shows, and no more. */
export type LiveSession = {
  id: string;
  company: { id: string; name: string };
  target: Target;
  createdAt: string;
  expiresAt: string;
  browsers: number;
  lastSeenAt: string | null;
  sharedAt: string | null;
};

type Row = {
  id: string;
  company_id: string;
  name: string;
  target: Target;
  created_at: string;
  expires_at: string;
  shared_at: string | null;
  browsers: number | string | null;
  last_seen_at: string | null;
};

const MOST_SHOWN = 200;

/** SQL of the sessions of all companies that are open, and shared or with a browser connected. */
export function liveSessionQueries({ read }: Database) {
  return {
    async live(now: string): Promise<LiveSession[]> {
      const browsers = read('setup_browsers')
        .whereNull('removed_at')
        .groupBy('session_id')
        .select('session_id', read.raw('count(*) as browsers'), read.raw('max(last_seen_at) as last_seen_at'));
      const rows = await read('setup_sessions')
        .join('companies', 'companies.id', 'setup_sessions.company_id')
        .leftJoin('setup_sharing', 'setup_sharing.session_id', 'setup_sessions.id')
        .leftJoin(browsers.as('connected'), 'connected.session_id', 'setup_sessions.id')
        .whereNull('setup_sessions.revoked_at')
        .where('setup_sessions.expires_at', '>', now)
        .where((either) => void either.whereNotNull('setup_sharing.shared_at').orWhereNotNull('connected.browsers'))
        .orderByRaw('case when setup_sharing.shared_at is null then 1 else 0 end')
        .orderBy('setup_sessions.created_at', 'desc')
        .limit(MOST_SHOWN)
        .select<Row[]>(
          'setup_sessions.id',
          'setup_sessions.company_id',
          'companies.name',
          'setup_sessions.target',
          'setup_sessions.created_at',
          'setup_sessions.expires_at',
          'setup_sharing.shared_at',
          'connected.browsers',
          'connected.last_seen_at',
        );
      return rows.map((row) => ({
        id: row.id,
        company: { id: row.company_id, name: row.name },
        target: row.target,
        createdAt: row.created_at,
        expiresAt: row.expires_at,
        browsers: Number(row.browsers ?? 0),
        lastSeenAt: row.last_seen_at,
        sharedAt: row.shared_at,
      }));
    },
  };
}
