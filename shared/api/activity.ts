import { z } from 'zod';
import { ACTIVITY_KINDS } from '../setup/activity.ts';
import { VALUE_TYPES, type CallDetails } from '../setup/call-details.ts';
import { activitySchema } from './setup.ts';

const MOST_ON_A_PAGE = 200;

/** A call with whom it was about and what it changed. */
export const companyCallSchema = activitySchema.extend({
  userId: z.string().nullable(),
  changed: z.array(z.string()).nullable(),
  /** What one operation of a bulk request did to a user, whose history it is in; the request has a row of its own. */
  part: z.boolean(),
});
export type CompanyCall = z.infer<typeof companyCallSchema>;

const kind = z.enum(ACTIVITY_KINDS);

/** Which calls are meant; all that is given has to fit. */
export const activityFilterSchema = z.object({
  /** `failed`, or `answered`; a look-up that found nothing counts as answered. */
  outcome: z.enum(['failed', 'answered']).optional(),
  /** Kinds, separated by commas, such as `create,update`. */
  kinds: z
    .string()
    .optional()
    .transform((text) => text?.split(','))
    .pipe(z.array(kind).optional()),
  /** The id of a user. */
  user: z.string().max(100).optional(),
  /** `true`: only what became of users: changes, and attempts that failed. */
  history: z
    .enum(['true', 'false'])
    .optional()
    .transform((text) => text === 'true'),
});

/** GET /api/companies/{company}/activity: newest first; `before` takes the id of the last one seen. */
export const activityQuerySchema = activityFilterSchema.extend({
  before: z.coerce.number().int().positive().optional(),
  limit: z.coerce.number().int().min(1).max(MOST_ON_A_PAGE).default(50),
});
export const activityListSchema = z.object({
  activity: z.array(companyCallSchema),
  /** What to send as `before` for the next page, or null at the end. */
  next: z.number().int().nullable(),
  /** The newest call of all, whatever was asked for, 0 without any: as Last-Event-ID it makes the live stream go on from here. */
  latest: z.number().int(),
});

const shape = z.record(z.string(), z.enum(VALUE_TYPES));

/** GET /api/companies/{company}/activity/{call}. Details are kept for the latest calls only. */
export const callDetailSchema = z.object({
  call: companyCallSchema,
  details: (
    z.object({
      query: z.string().nullable(),
      sent: shape.nullable(),
      answered: shape.nullable(),
      list: z.object({ total: z.number().int(), shown: z.number().int() }).nullable(),
    }) satisfies z.ZodType<CallDetails>
  ).nullable(),
});
export type CallDetail = z.infer<typeof callDetailSchema>;

/** GET /api/companies/{company}/activity/export: every call that fits, newest first, as a file. */
export const activityExportSchema = activityFilterSchema.extend({ format: z.enum(['csv', 'jsonl']).default('csv') });
