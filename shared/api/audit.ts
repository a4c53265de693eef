import { z } from 'zod';
import { AUDIT_ACTIONS, AUDIT_ROLES, type AuditEntry } from '../audit.ts';
import { isoTime } from './common.ts';

/** GET /api/companies/{company}/audit-log: newest first; `before` takes the id of the last one seen. */
export const auditQuerySchema = z.object({
  before: z.coerce.number().int().positive().optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

export const auditEntrySchema = z.object({
  id: z.number().int(),
  at: isoTime,
  by: z.string(),
  role: z.enum(AUDIT_ROLES),
  action: z.enum(AUDIT_ACTIONS),
  subject: z.string().nullable(),
  detail: z.string().nullable(),
}) satisfies z.ZodType<AuditEntry>;

export const auditLogSchema = z.object({
  entries: z.array(auditEntrySchema),
  /** What to send as `before` for the next page, or null at the end. */
  next: z.number().int().nullable(),
});
