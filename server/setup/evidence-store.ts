import type { Knex } from 'knex';
import type { Evidence } from '../../shared/setup/evidence.ts';
import type { Database } from '../db/database.ts';
import { translating } from '../db/translating.ts';
import type { SetupSession } from './store.ts';

/** Evidence of a session that is kept beyond what the reducers read, for whoever looks back. */
const KEPT_EVIDENCE = 1000;

export type EvidenceStore = ReturnType<typeof createEvidenceStore>;

/** SQL of what was seen in a setup session. */
export function createEvidenceStore(db: Database) {
  return translating({
    async insert(session: SetupSession, evidence: Evidence[]): Promise<void> {
      const rows = evidence.map(({ step, fact, seenBy, at, note, fingerprint }) => {
        return { session_id: session.id, step, fact, seen_by: seenBy, at, note, fingerprint };
      });
      await db.transaction(async (tx) => {
        await tx('setup_evidence').insert(rows);
        await forgetOldest(tx, session.id);
      });
    },

    /** The newest of each fact of each step, oldest first: all that `progress` and `diagnosis` read. */
    async newest(session: SetupSession): Promise<Evidence[]> {
      const ranked = db
        .read('setup_evidence')
        .where('session_id', session.id)
        .select('id', 'step', 'fact', 'seen_by', 'at', 'note', 'fingerprint')
        .select(db.read.raw('row_number() over (partition by step, fact order by at desc, id desc) as place'));
      const rows = await db.read
        .from(ranked.as('ranked'))
        .where('place', 1)
        .orderBy([{ column: 'at' }, { column: 'id' }])
        .select<(Omit<Evidence, 'seenBy'> & { seen_by: Evidence['seenBy'] })[]>('*');
      return rows.map(({ step, fact, seen_by: seenBy, at, note, fingerprint }) => {
        return { step, fact, seenBy, at, note, fingerprint };
      });
    },
  });
}

/** Bounds what a talkative page can store; the newest of every fact is among what stays. */
async function forgetOldest(tx: Knex, sessionId: string): Promise<void> {
  const ofSession = () => tx<{ id: number; session_id: string }>('setup_evidence').where('session_id', sessionId);
  const oldestKept = await ofSession().orderBy('id', 'desc').offset(KEPT_EVIDENCE).first('id');
  if (!oldestKept) return;
  const newest = tx('setup_evidence').where('session_id', sessionId).groupBy('step', 'fact').max('id');
  await ofSession().where('id', '<=', oldestKept.id).whereNotIn('id', newest).delete();
}
