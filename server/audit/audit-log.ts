import type { AuditAction, AuditEntry, AuditRole } from '../../shared/audit.ts';
import type { Along } from '../db/database.ts';
import type { AuditStore } from './store.ts';

/** Who did something: a person's address or what else acts in their place, and as what. */
export type Actor = { by: string; role: AuditRole };

/** The operator at the command line. */
export const OPERATOR: Actor = { by: 'command line', role: 'operator' };

/** What was done, to what, and more of it. */
export type Deed = { action: AuditAction; subject?: string | null; detail?: string | null };

export type AuditLog = ReturnType<typeof createAuditLog>;

/** What persons did to each company: append-only, and without secrets. */
export function createAuditLog({ store, now }: { store: AuditStore; now: () => Date }) {
  return {
    /** What somebody is about to do, to be written along with it: neither is ever there without the other. */
    along(companyId: string, { by, role }: Actor, { action, subject = null, detail = null }: Deed): Along {
      return [store.row(companyId, { at: now().toISOString(), by, role, action, subject, detail })];
    },

    /** A page, newest first, and where the next one begins, or null at the end. */
    async page(
      companyId: string,
      { before, limit }: { before: number | null; limit: number },
    ): Promise<{ entries: AuditEntry[]; next: number | null }> {
      const entries = await store.list(companyId, before, limit + 1);
      const shown = entries.slice(0, limit);
      return { entries: shown, next: entries.length > limit ? (shown.at(-1)?.id ?? null) : null };
    },
  };
}
