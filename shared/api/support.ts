import { z } from 'zod';
import { TARGETS } from '../setup/targets.ts';
import { isoTime } from './common.ts';
import { openDomainRequestSchema } from './domain-requests.ts';

/** A setup session that somebody is at: a browser is connected to it, or it is shared. */
export const liveSessionSchema = z.object({
  id: z.string(),
  company: z.object({ id: z.string(), name: z.string() }),
  target: z.enum(TARGETS),
  createdAt: isoTime,
  expiresAt: isoTime,
  /** Browsers that are connected. */
  browsers: z.number().int(),
  /** When one of them was last seen, to the minute. */
  lastSeenAt: isoTime.nullable(),
  /** Since when it is shared with support. */
  sharedAt: isoTime.nullable(),
});
export type LiveSession = z.infer<typeof liveSessionSchema>;

/** GET /api/support, and the data of every `support` event of GET /api/support/events. */
export const supportNowSchema = z.object({
  /** Oldest first. */
  domainRequests: z.array(openDomainRequestSchema),
  /** Shared ones first, then the newest. */
  sessions: z.array(liveSessionSchema),
});
