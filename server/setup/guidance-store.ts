import type { SupportMessage } from '../../shared/setup/guidance.ts';
import type { StepId } from '../../shared/setup/steps.ts';
import { withAlong } from '../db/along.ts';
import type { Along, Database } from '../db/database.ts';
import { translating } from '../db/translating.ts';
import type { SetupSession } from './store.ts';

type SharingRow = { session_id: string; shared_at: string; shared_by: string };
type WatcherRow = { session_id: string; email: string; seen_at: string };
type MessageRow = {
  id: string;
  session_id: string;
  at: string;
  sent_by: string;
  text: string | null;
  step: StepId | null;
  dismissed_at: string | null;
};

export type GuidanceStore = ReturnType<typeof createGuidanceStore>;

/** SQL of sharing a setup session with support. */
export function createGuidanceStore(db: Database) {
  return translating({ ...sharingQueries(db), ...watcherQueries(db), ...messageQueries(db) });
}

function sharingQueries(db: Database) {
  const { read } = db;
  return {
    async sharing({ id }: SetupSession): Promise<{ sharedAt: string; sharedBy: string } | null> {
      const row = await read<SharingRow>('setup_sharing').where('session_id', id).first();
      return row ? { sharedAt: row.shared_at, sharedBy: row.shared_by } : null;
    },

    /** False when it is shared already. */
    async share({ id }: SetupSession, sharedBy: string, at: string, along: Along): Promise<boolean> {
      const row = { session_id: id, shared_at: at, shared_by: sharedBy };
      return withAlong(db, along, async (tx) => {
        const sharing = tx<SharingRow>('setup_sharing').insert(row).onConflict('session_id').ignore();
        return (await sharing.returning('session_id')).length > 0;
      });
    },

    /** False when it is not shared. */
    async unshare({ id }: SetupSession, along: Along): Promise<boolean> {
      return withAlong(db, along, async (tx) => {
        return (await tx<SharingRow>('setup_sharing').where('session_id', id).delete()) > 0;
      });
    },
  };
}

function watcherQueries(db: Database) {
  const { read, write } = db;
  return {
    /** Addresses of those who were seen since then, in their order. */
    async watching({ id }: SetupSession, since: string): Promise<string[]> {
      const rows = await read<WatcherRow>('setup_watchers')
        .where('session_id', id)
        .where('seen_at', '>', since)
        .orderBy('email')
        .select('email');
      return rows.map(({ email }) => email);
    },

    /** Notes that somebody is seen now. True for one of those who ask at once when nobody had seen them since then. */
    async noteWatcher(
      { id }: SetupSession,
      { email, at, since }: { email: string; at: string; since: string },
      along: Along,
    ): Promise<boolean> {
      const row = { session_id: id, email };
      const isNew = await withAlong(db, along, async (tx) => {
        const watchers = () => tx<WatcherRow>('setup_watchers');
        const seen = { ...row, seen_at: at };
        const made = await watchers().insert(seen).onConflict(['session_id', 'email']).ignore().returning('email');
        if (made.length > 0) return true;
        return (await watchers().where(row).where('seen_at', '<=', since).update({ seen_at: at })) > 0;
      });
      if (!isNew) await write<WatcherRow>('setup_watchers').where(row).update({ seen_at: at });
      return isNew;
    },

    async dropWatcher({ id }: SetupSession, email: string): Promise<void> {
      await write<WatcherRow>('setup_watchers').where({ session_id: id, email }).delete();
    },
  };
}

function messageQueries(db: Database) {
  const { read, write } = db;
  return {
    async addMessage(session: SetupSession, { id, at, by, text, step }: SupportMessage, along: Along): Promise<void> {
      const row = { id, session_id: session.id, at, sent_by: by, text, step };
      await withAlong(db, along, (tx) => tx<MessageRow>('setup_messages').insert(row));
    },

    /** Since then, oldest first, the last `limit`. */
    async messages({ id }: SetupSession, since: string, limit: number): Promise<SupportMessage[]> {
      const rows = await read<MessageRow>('setup_messages')
        .where('session_id', id)
        .where('at', '>=', since)
        .orderBy([
          { column: 'at', order: 'desc' },
          { column: 'id', order: 'desc' },
        ])
        .limit(limit);
      return rows.reverse().map((row) => ({
        id: row.id,
        at: row.at,
        by: row.sent_by,
        text: row.text,
        step: row.step,
        dismissedAt: row.dismissed_at,
      }));
    },

    /** False when the session has no such message that still shows. */
    async dismissMessage({ id }: SetupSession, messageId: string, at: string): Promise<boolean> {
      const dismissed = await write<MessageRow>('setup_messages')
        .where({ session_id: id, id: messageId })
        .whereNull('dismissed_at')
        .update({ dismissed_at: at });
      return dismissed === 1;
    },
  };
}
