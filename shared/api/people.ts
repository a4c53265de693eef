import { z } from 'zod';
import { companySchema } from './companies.ts';

/** What a person may do: `admin` of one company, or `support` for all. */
export const ROLES = ['admin', 'support'] as const;
export type Role = (typeof ROLES)[number];

/** GET /api/me */
export const meSchema = z.object({
  person: z.object({ id: z.string(), email: z.string(), role: z.enum(ROLES) }),
  /** The company of an admin; null for support. */
  company: companySchema.nullable(),
  /** What an operator should know, such as the SCIM Base URL of this server. */
  scimBaseUrl: z.string(),
  signedInUntil: z.iso.datetime(),
});
export type Me = z.infer<typeof meSchema>;

/** POST /api/sign-out. `everywhere` ends every sign-in of the person. */
export const signOutSchema = z.object({ everywhere: z.boolean().optional() });
