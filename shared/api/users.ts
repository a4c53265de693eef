import { z } from 'zod';

/** A flag in a query string. */
const flag = z.enum(['true', 'false']).transform((text) => text === 'true');

/** GET /api/companies/{company}/users */
export const userQuerySchema = z.object({
  /** Part of a userName or a display name, whatever its case. */
  search: z.string().trim().max(200).optional(),
  active: flag.optional(),
  includeTestUsers: flag.optional(),
  /** From 1. */
  startIndex: z.coerce.number().int().min(1).default(1),
  count: z.coerce.number().int().min(1).max(200).default(50),
});

/** A user in a list. */
export const userSummarySchema = z.object({
  id: z.string(),
  userName: z.string(),
  displayName: z.string().nullable(),
  active: z.boolean(),
  testUser: z.boolean(),
  /** Display names of the groups. */
  groups: z.array(z.string()),
});
export type UserSummary = z.infer<typeof userSummarySchema>;

export const userListSchema = z.object({ users: z.array(userSummarySchema), total: z.number().int() });

/** GET /api/companies/{company}/users/{user}: what JumpCloud set, as SCIM's core and enterprise attributes. */
export const userDetailSchema = z.object({
  user: userSummarySchema,
  /** The SCIM resource (RFC 7643 section 4.1). */
  resource: z.record(z.string(), z.unknown()),
});
