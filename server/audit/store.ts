import type { AuditAction, AuditEntry, AuditRole } from '../../shared/audit.ts';
import type { Along, Database } from '../db/database.ts';
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

const INSERT =
  'INSERT INTO audit_log (company_id, at, actor, actor_role, action, subject, detail) VALUES (?, ?, ?, ?, ?, ?, ?)';

export type AuditStore = ReturnType<typeof createAuditStore>;

/** SQL of the audit log: rows are added and read, never changed. */
export function createAuditStore(db: Database) {
  const reading = translating({
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

  return {
    ...reading,

    /** The row of something that is done by the transaction which this is made a step of. */
    row(companyId: string, { at, by, role, action, subject, detail }: Omit<AuditEntry, 'id'>): Along[number] {
      return { sql: INSERT, bindings: [companyId, at, by, role, action, subject, detail] };
    },
  };
}
