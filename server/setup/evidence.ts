import type { NewEvidence } from '../../shared/setup/evidence.ts';
import type { EvidenceStore } from './evidence-store.ts';
import type { SetupSession } from './store.ts';

type Deps = { store: EvidenceStore; now: () => Date; changed: (companyId: string) => void };

/** What pages and admins report of a setup session. */
export function createSetupEvidence({ store, now, changed }: Deps) {
  return {
    /**
     * Keeps evidence, stamped with the server's clock less its age, and never before the session began. It is on disk when
     * this returns, so that the assistant may press what it said it is about to press.
     */
    async report(session: SetupSession, reported: NewEvidence[]): Promise<void> {
      const received = now().getTime();
      const began = Date.parse(session.createdAt);
      const evidence = reported.map(({ ageMs, note, ...seen }) => ({
        ...seen,
        note: note === null ? null : withoutSecrets(note),
        at: new Date(Math.max(received - ageMs, began)).toISOString(),
      }));
      await store.insert(session, evidence);
      changed(session.companyId);
    },
  };
}

/** Pages quote what was typed: keys and the names in addresses do not belong into the record. */
function withoutSecrets(note: string): string {
  return note.replace(/\bdpk_\w+/g, 'dpk_…').replace(/[^\s@<>"'(]+@(?=[\w-]+\.)/g, '…@');
}
