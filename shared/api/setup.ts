import { z } from 'zod';
import { ACTIVITY_KINDS, REFUSAL_REASONS, type Activity, type RefusedCall } from '../setup/activity.ts';
import { EVIDENCE_FACTS, type Evidence, type NewEvidence } from '../setup/evidence.ts';
import { PLANS, PRODUCTS, type SetupSnapshot } from '../setup/snapshot.ts';
import { FLOWS, STEP_IDS } from '../setup/steps.ts';
import { TARGETS } from '../setup/targets.ts';
import { domainRequestSchema } from './domain-requests.ts';
import { guidanceSchema } from './guidance.ts';

const NOTE_LENGTH = 300;
const EVIDENCE_BATCH = 100;
const DAY_MS = 86_400_000;

const isoTime = z.iso.datetime();
const stepId = z.enum(STEP_IDS);
const fingerprint = z.string().regex(/^[0-9a-f]{16}$/);

/** An inbound call as the record keeps it. */
export const activitySchema = z.object({
  id: z.number().int(),
  time: isoTime,
  method: z.string(),
  route: z.string(),
  status: z.number().int(),
  scimType: z.string().nullable(),
  kind: z.enum(ACTIVITY_KINDS),
  reason: z.enum(REFUSAL_REASONS).nullable(),
  domain: z.string().nullable(),
  keyLast4: z.string().nullable(),
  durationMs: z.number(),
}) satisfies z.ZodType<Activity>;

export const refusedCallSchema = z.object({
  time: isoTime,
  route: z.string(),
  status: z.number().int(),
  fingerprint,
  elsewhere: z.boolean(),
}) satisfies z.ZodType<RefusedCall>;

export const evidenceSchema = z.object({
  step: stepId,
  fact: z.enum(EVIDENCE_FACTS),
  seenBy: z.enum(['page', 'admin', 'server']),
  at: isoTime,
  note: z.string().nullable(),
  fingerprint: fingerprint.nullable(),
}) satisfies z.ZodType<Evidence>;

/** POST /api/setup/evidence */
export const reportEvidenceSchema = z.object({
  evidence: z
    .array(
      z.object({
        step: stepId,
        fact: z.enum(EVIDENCE_FACTS),
        seenBy: z.enum(['page', 'admin']),
        note: z.string().max(NOTE_LENGTH).nullable(),
        fingerprint: fingerprint.nullable(),
        ageMs: z.number().int().min(0).max(DAY_MS),
      }) satisfies z.ZodType<NewEvidence>,
    )
    .min(1)
    .max(EVIDENCE_BATCH),
});

/** GET /api/setup/session, and the data of every `snapshot` event of the stream. */
export const snapshotSchema = z.object({
  session: z.object({
    id: z.string(),
    target: z.enum(TARGETS),
    flow: z.enum(FLOWS),
    createdAt: isoTime,
    expiresAt: isoTime,
  }),
  company: z.object({
    id: z.string(),
    name: z.string(),
    product: z.enum(PRODUCTS),
    plan: z.enum(PLANS),
    eligible: z.boolean(),
    primaryDomain: z.string(),
    allowedDomains: z.array(z.string()),
  }),
  domainRequest: domainRequestSchema.nullable(),
  guidance: guidanceSchema.nullable(),
  baseUrl: z.string(),
  reachable: z.boolean(),
  testAddresses: z.array(z.string()),
  browsers: z.array(z.object({ id: z.string(), label: z.string(), connectedAt: isoTime, lastSeenAt: isoTime })),
  evidence: z.array(evidenceSchema),
  activity: z.array(activitySchema),
  refused: z.array(refusedCallSchema),
  pressedKeys: z.array(z.object({ fingerprint, last4: z.string() })),
  oldKey: z.object({ last4: z.string(), retiredAt: isoTime.nullable() }).nullable(),
  firstUserAt: isoTime.nullable(),
  now: isoTime,
}) satisfies z.ZodType<SetupSnapshot>;

/** Data of the stream's last event, `ended`: the session, or this browser's connection to it, opens nothing any more. */
export const streamEndedSchema = z.object({ reason: z.enum(['expired', 'revoked', 'removed', 'unshared']) });

/** POST /api/setup/connect: the link's token opens a connection of this browser to its session. */
export const connectSchema = z.object({
  token: z.string().min(1).max(200),
  label: z.string().min(1).max(80),
});
export const connectedSchema = z.object({ connectionToken: z.string(), snapshot: snapshotSchema });

/** POST /api/setup/test-address: a fresh address on an allowed domain for JumpCloud's Test User Email. */
export const testAddressSchema = z.object({ address: z.string() });

/** POST /api/setup/key, in a `self-hosted` session only: the one key of that session, shown this once. */
export const createSessionKeySchema = z.object({ name: z.string().min(1).max(80) });
export const sessionKeySchema = z.object({ key: z.string() });
