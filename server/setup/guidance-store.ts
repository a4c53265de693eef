import type { SupportMessage } from '../../shared/setup/guidance.ts';
import type { StepId } from '../../shared/setup/steps.ts';
import type { Database } from '../db/database.ts';
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

function sharingQueries({ read, write }: Database) {
  return {
    async sharing({ id }: SetupSession): Promise<{ sharedAt: string; sharedBy: string } | null> {
      const row = await read<SharingRow>('setup_sharing').where('session_id', id).first();
      return row ? { sharedAt: row.shared_at, sharedBy: row.shared_by } : null;
    },

    /** False when it is shared already. */
    async share({ id }: SetupSession, sharedBy: string, at: string): Promise<boolean> {
      const shared = await write<SharingRow>('setup_sharing')
        .insert({ session_id: id, shared_at: at, shared_by: sharedBy })
        .onConflict('session_id')
        .ignore()
        .returning('session_id');
      return shared.length > 0;
    },

    /** False when it is not shared. */
    async unshare({ id }: SetupSession): Promise<boolean> {
      return (await write<SharingRow>('setup_sharing').where('session_id', id).delete()) > 0;
    },
  };
}

function watcherQueries({ read, write }: Database) {
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
    async noteWatcher({ id }: SetupSession, email: string, at: string, since: string): Promise<boolean> {
      const watchers = () => write<WatcherRow>('setup_watchers');
      const row = { session_id: id, email };
      const made = await watchers()
        .insert({ ...row, seen_at: at })
        .onConflict(['session_id', 'email'])
        .ignore()
        .returning('email');
      if (made.length > 0) return true;
      if ((await watchers().where(row).where('seen_at', '<=', since).update({ seen_at: at })) > 0) return true;
      await watchers().where(row).update({ seen_at: at });
      return false;
    },

    async dropWatcher({ id }: SetupSession, email: string): Promise<void> {
      await write<WatcherRow>('setup_watchers').where({ session_id: id, email }).delete();
    },
  };
}

function messageQueries({ read, write }: Database) {
  return {
    async addMessage({ id }: SetupSession, message: SupportMessage): Promise<void> {
      const { at, by, text, step } = message;
      await write<MessageRow>('setup_messages').insert({ id: message.id, session_id: id, at, sent_by: by, text, step });
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
