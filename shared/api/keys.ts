import { z } from 'zod';
import { DEFAULT_SCOPES } from '../api-key.ts';
import { displayName, duration, isoTime } from './common.ts';

const scope = z.enum(DEFAULT_SCOPES);

/** An API key as people see it: never its value. */
export const keySchema = z.object({
  id: z.string(),
  name: z.string(),
  last4: z.string(),
  scopes: z.array(scope),
  /** The e-mail address of the person, or what else made it, such as the command line. */
  createdBy: z.string(),
  createdAt: isoTime,
  expiresAt: isoTime.nullable(),
  /** Written at most once a minute. */
  lastUsedAt: isoTime.nullable(),
  revokedAt: isoTime.nullable(),
});
export type KeyResource = z.infer<typeof keySchema>;

/** GET /api/companies/{company}/keys */
export const keyListSchema = z.object({ keys: z.array(keySchema) });

/** POST /api/companies/{company}/keys. Without scopes the key gets the default ones; without expiry it has none. */
export const createKeySchema = z.object({
  name: displayName,
  scopes: z.array(scope).min(1, 'Choose at least one scope.').optional(),
  expires: duration.nullable().optional(),
});

/** POST /api/companies/{company}/keys/{key}/rotate: a new key like it; the old one works on for the overlap. */
export const rotateKeySchema = z.object({ overlap: duration.default('24h') });

/** The one answer that holds the key itself. */
export const createdKeySchema = z.object({ id: z.string(), key: z.string() });
