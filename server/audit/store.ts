import type { AuditAction, AuditEntry, AuditRole } from '../../shared/audit.ts';
import type { Database } from '../db/database.ts';
import { translating } from '../db/translating.ts';

type Row = {
  id: number;
  company_id: string;
  at: string;
  actor: string;
  actor_role: AuditRole;
  action: AuditAction;
  subject: string | null;
  detail: string | null;
};

export type AuditStore = ReturnType<typeof createAuditStore>;

/** SQL of the audit log: rows are added and read, never changed. */
export function createAuditStore(db: Database) {
  return translating({
    async append(companyId: string, { at, by, role, action, subject, detail }: Omit<AuditEntry, 'id'>): Promise<void> {
      await db
        .write<Row>('audit_log')
        .insert({ company_id: companyId, at, actor: by, actor_role: role, action, subject, detail });
    },

    /** Newest first. */
    async list(companyId: string, before: number | null, limit: number): Promise<AuditEntry[]> {
      const query = db.read<Row>('audit_log').where('company_id', companyId).orderBy('id', 'desc').limit(limit);
      const rows = await (before === null ? query : query.where('id', '<', before));
      return rows.map((row) => ({
        id: row.id,
        at: row.at,
        by: row.actor,
        role: row.actor_role,
        action: row.action,
        subject: row.subject,
        detail: row.detail,
      }));
    },
  });
}
