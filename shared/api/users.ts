import { z } from 'zod';
import { isoTime } from './common.ts';

/** `present`: everybody but test users, and those that JumpCloud deleted, which are there while the company keeps them. */
export const USER_LIST_STATES = ['present', 'active', 'suspended', 'test', 'removed'] as const;
export type UserListState = (typeof USER_LIST_STATES)[number];

const userId = z.string().max(100);

/**
 * POST /api/companies/{company}/users/search, in the order of userNames. A POST, because what is searched for is somebody's name,
 * which has no place in an address.
 */
export const userSearchSchema = z.object({
  /** Part of a userName or a display name, whatever its case. */
  search: z.string().trim().max(200).optional(),
  state: z.enum(USER_LIST_STATES).default('present'),
  /** The page behind this user; at most one of `after` and `before`. */
  after: userId.optional(),
  before: userId.optional(),
  count: z.number().int().min(1).max(200).default(50),
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

const listedUserSchema = userSummarySchema.extend({
  /** When JumpCloud deleted the account, which is kept here for a while; null for one that is there. */
  removedAt: isoTime.nullable(),
});
export type ListedUser = z.infer<typeof listedUserSchema>;

export const userListSchema = z.object({
  users: z.array(listedUserSchema),
  /** What to send as `after` for the next page, and as `before` for the one before. */
  next: z.string().nullable(),
  previous: z.string().nullable(),
  /** Null for a search: then nobody counts. */
  total: z.number().int().nullable(),
});

/** GET /api/companies/{company}/users/{user}: what JumpCloud set, as SCIM's core and enterprise attributes. */
export const userDetailSchema = z.object({
  user: listedUserSchema,
  /** The SCIM resource (RFC 7643 section 4.1). */
  resource: z.record(z.string(), z.unknown()),
});
