import { z } from 'zod';
import { type Guidance, LONGEST_MESSAGE, type SupportMessage } from '../setup/guidance.ts';
import { STEP_IDS } from '../setup/steps.ts';
import { isoTime } from './common.ts';

/** Everything but line breaks that would not be seen as it is. */
const CONTROL = /[\p{Cc}\p{Cf}]/u;

export const supportMessageSchema = z.object({
  id: z.string(),
  at: isoTime,
  by: z.string(),
  text: z.string().nullable(),
  step: z.enum(STEP_IDS).nullable(),
  dismissedAt: isoTime.nullable(),
}) satisfies z.ZodType<SupportMessage>;

/** A session that is shared with support, as its snapshot tells. */
export const guidanceSchema = z.object({
  sharedAt: isoTime,
  sharedBy: z.string(),
  watching: z.array(z.string()),
  messages: z.array(supportMessageSchema),
}) satisfies z.ZodType<Guidance>;

/** POST /api/companies/{company}/setup-links/{link}/messages, by support: plain text, a step to point to, or both. */
export const sendMessageSchema = z
  .object({
    text: z
      .string()
      .trim()
      .max(LONGEST_MESSAGE, `Keep it under ${LONGEST_MESSAGE} characters.`)
      .refine((text) => !CONTROL.test(text.replaceAll('\n', '')), 'Send plain text.')
      .nullable()
      .default(null)
      .transform((text) => text || null),
    step: z.enum(STEP_IDS).nullable().default(null),
  })
  .refine(({ text, step }) => text !== null || step !== null, { message: 'Write a message, or choose a step.' });
