import { z } from 'zod';
import { ANY_DOMAIN } from '../setup/domains.ts';
import { PLANS, PRODUCTS } from '../setup/snapshot.ts';
import { displayName, domainName, isoTime } from './common.ts';

/** A Dialpad customer. */
export const companySchema = z.object({
  id: z.string(),
  name: z.string(),
  product: z.enum(PRODUCTS),
  plan: z.enum(PLANS),
  /** Whether product and plan may use SCIM. */
  eligible: z.boolean(),
  primaryDomain: z.string(),
  /** Secondary domains on which it may have accounts too. */
  allowedDomains: z.array(z.string()),
  createdAt: isoTime,
});
export type CompanyResource = z.infer<typeof companySchema>;

/** GET /api/companies: an admin sees the one of theirs, support sees all. */
export const companyListSchema = z.object({ companies: z.array(companySchema) });

/** POST /api/companies, by support. */
export const createCompanySchema = z.object({
  name: displayName,
  domain: domainName,
  product: z.enum(PRODUCTS),
  plan: z.enum(PLANS),
});

/** PATCH /api/companies/{company}, by support. */
export const updateCompanySchema = z
  .object({ name: displayName.optional(), product: z.enum(PRODUCTS).optional(), plan: z.enum(PLANS).optional() })
  .refine((change) => Object.keys(change).length > 0, {
    message: 'Give a name, a product or a plan to change.',
  });

/** GET /api/companies/{company}/domains */
export const domainListSchema = z.object({
  domains: z.array(z.object({ domain: z.string(), kind: z.enum(['primary', 'secondary']) })),
});

/** POST /api/companies/{company}/domains, by support. `*` stands for any userName at all. */
export const allowDomainSchema = z.object({ domain: z.union([z.literal(ANY_DOMAIN), domainName]) });
