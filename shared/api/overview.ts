import { z } from 'zod';
import { ACTIVITY_KINDS, REFUSAL_REASONS } from '../setup/activity.ts';
import type { Attention } from '../setup/attention.ts';
import { companyCallSchema } from './activity.ts';
import { isoTime } from './common.ts';
import { connectionSchema } from './companies.ts';

const failedCall = z.object({
  kind: z.enum(ACTIVITY_KINDS),
  status: z.number().int(),
  reason: z.enum(REFUSAL_REASONS).nullable(),
  domain: z.string().nullable(),
});

const attentionSchema = z.discriminatedUnion('code', [
  z.object({ code: z.enum(['plan-not-eligible', 'not-set-up', 'no-key', 'domain-missing']) }),
  z.object({
    code: z.literal('key-expiring'),
    keyId: z.string(),
    name: z.string(),
    last4: z.string(),
    expiresAt: isoTime,
  }),
  z.object({ code: z.literal('activation-failed'), at: isoTime, call: failedCall }),
  z.object({ code: z.literal('no-call-for-a-day'), lastCallAt: isoTime }),
  z.object({ code: z.literal('failing-calls'), call: failedCall, count: z.number().int() }),
]) satisfies z.ZodType<Attention>;

/** GET /api/companies/{company}/overview: a company at a glance. */
export const overviewSchema = z.object({
  connection: connectionSchema,
  lastCall: companyCallSchema.nullable(),
  users: z.object({
    active: z.number().int(),
    suspended: z.number().int(),
    test: z.number().int(),
    removed: z.number().int(),
  }),
  /** The last 24 hours, the present one included, oldest first. */
  hours: z.array(z.object({ hour: isoTime, calls: z.number().int(), failures: z.number().int() })),
  /** The most pressing first. */
  attention: z.array(attentionSchema),
});
export type CompanyOverview = z.infer<typeof overviewSchema>;
