import { z } from 'zod';
import { activitySchema } from './setup.ts';

/** GET /api/companies/{company}/activity: newest first; `before` takes the id of the last one seen. */
export const activityQuerySchema = z.object({
  before: z.coerce.number().int().positive().optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export const activityListSchema = z.object({
  activity: z.array(activitySchema),
  /** What to send as `before` for the next page, or null at the end. */
  next: z.number().int().nullable(),
});
