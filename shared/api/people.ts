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

/** Families of browsers that a sign-in is known by; nothing else is kept of a User-Agent. */
export const BROWSERS = ['firefox', 'chrome', 'edge', 'safari', 'opera'] as const;
export type Browser = (typeof BROWSERS)[number];

/** One sign-in of the person who asks. */
export const signInSchema = z.object({
  id: z.string(),
  createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  /** Null when the browser did not say one of these. */
  browser: z.enum(BROWSERS).nullable(),
  /** Whether it is the one that asks. */
  current: z.boolean(),
});
export type SignInResource = z.infer<typeof signInSchema>;

/** GET /api/sign-ins: one's own that have not ended, newest first. */
export const signInListSchema = z.object({ signIns: z.array(signInSchema) });
export type SignInList = z.infer<typeof signInListSchema>;

/** GET /api/sign-in-options: whether people may sign in with a company account, too. */
export const signInOptionsSchema = z.object({ oidc: z.boolean() });
export type SignInOptions = z.infer<typeof signInOptionsSchema>;

/** POST /api/sign-out. `everywhere` ends every sign-in of the person. */
export const signOutSchema = z.object({ everywhere: z.boolean().optional() });
