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

/** Somebody who may sign in to the console. */
export const personSchema = z.object({
  id: z.string(),
  email: z.string(),
  role: z.enum(ROLES),
  createdAt: z.iso.datetime(),
  /** Since when they may not sign in, or null. */
  disabledAt: z.iso.datetime().nullable(),
  /** Sign-ins that have not ended. */
  signIns: z.number().int(),
});
export type PersonResource = z.infer<typeof personSchema>;

/** GET /api/companies/{company}/people: its admins. GET /api/people: support. By address. */
export const personListSchema = z.object({ people: z.array(personSchema) });

/** POST /api/companies/{company}/people invites an admin, POST /api/people somebody of support. */
export const invitePersonSchema = z.object({ email: z.email('Give an e-mail address such as ana@acme.example.') });

/** The one answer that holds a sign-in link. */
export const signInLinkSchema = z.object({ person: z.string(), url: z.url(), expiresAt: z.iso.datetime() });

/** PATCH …/people/{person} */
export const updatePersonSchema = z.object({ disabled: z.boolean() });

/** POST /api/sign-out. `everywhere` ends every sign-in of the person. */
export const signOutSchema = z.object({ everywhere: z.boolean().optional() });
