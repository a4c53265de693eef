import { z } from 'zod';
import { PROBLEM_CODES, type Problem } from '../setup/problems.ts';
import type { Progress } from '../setup/progress.ts';
import { FLOWS, STEP_IDS } from '../setup/steps.ts';
import { TARGETS } from '../setup/targets.ts';
import { duration, isoTime } from './common.ts';
import { snapshotSchema } from './setup.ts';

/** A setup link and the session that it opens. The link itself is shown once, when it is made. */
export const setupLinkSchema = z.object({
  id: z.string(),
  target: z.enum(TARGETS),
  flow: z.enum(FLOWS),
  createdAt: isoTime,
  expiresAt: isoTime,
  revokedAt: isoTime.nullable(),
  /** Browsers that are connected now. */
  browsers: z.number().int(),
});
export type SetupLinkResource = z.infer<typeof setupLinkSchema>;

/** GET /api/companies/{company}/setup-links: newest first. */
export const setupLinkListSchema = z.object({ setupLinks: z.array(setupLinkSchema) });

/** POST /api/companies/{company}/setup-links. */
export const createSetupLinkSchema = z.object({
  target: z.enum(TARGETS).default('server'),
  flow: z.enum(FLOWS).default('setup'),
  expires: duration.default('3d'),
});
export const createdSetupLinkSchema = z.object({ id: z.string(), url: z.url(), expiresAt: isoTime });

const stepProgressSchema = z.object({
  step: z.enum(STEP_IDS),
  state: z.enum(['done', 'open', 'not-needed', 'skipped']),
  seenBy: z.enum(['page', 'admin', 'server']).nullable(),
  at: isoTime.nullable(),
  note: z.string().nullable(),
});

/** Where a session stands, as `progress` makes it. */
export const progressSchema = z.object({
  steps: z.array(stepProgressSchema),
  current: z.enum(STEP_IDS).nullable(),
}) satisfies z.ZodType<Progress>;

const problemDetails = {
  domain: z.string(),
  status: z.number(),
  route: z.string(),
  last4: z.string(),
  expected: z.string(),
  seen: z.string(),
  plan: z.string(),
  message: z.string(),
  at: z.string(),
};

/** What stands in the way, as `diagnosis` makes it. */
export const setupProblemSchema = z.object({
  code: z.enum(PROBLEM_CODES),
  details: z.object(problemDetails).partial(),
}) satisfies z.ZodType<Problem>;

/** GET /api/companies/{company}/setup-links/{link}: how far it got. */
export const setupLinkDetailSchema = z.object({
  setupLink: setupLinkSchema,
  snapshot: snapshotSchema,
  progress: progressSchema,
  problem: setupProblemSchema.nullable(),
});
