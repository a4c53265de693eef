import { z } from 'zod';
import { CONNECTION_STATES, type Connection } from '../setup/connection.ts';
import { GROUP_MANAGEMENT, ON_DELETE, type CompanySettings } from '../setup/company-settings.ts';
import { ANY_DOMAIN } from '../setup/domains.ts';
import { PLANS, PRODUCTS } from '../setup/snapshot.ts';
import { displayName, domainName, isoTime } from './common.ts';

/** How JumpCloud is connected, as far as the company's keys tell. */
export const connectionSchema = z.object({
  state: z.enum(CONNECTION_STATES),
  since: isoTime.nullable(),
  lastUsedAt: isoTime.nullable(),
}) satisfies z.ZodType<Connection>;

const LONGEST_RETENTION_DAYS = 3_650;
const days = z
  .number()
  .int()
  .min(1, 'Keep it for a day at least.')
  .max(LONGEST_RETENTION_DAYS, 'Ten years (3,650 days) are the most.');

export const companySettingsSchema = z.object({
  groupManagement: z.enum(GROUP_MANAGEMENT),
  onDelete: z.enum(ON_DELETE),
  keepRemovedDays: days.nullable(),
  keepActivityDays: days,
}) satisfies z.ZodType<CompanySettings>;

/** PATCH /api/companies/{company}/settings, by the company's admin and by support. */
export const updateSettingsSchema = companySettingsSchema
  .partial()
  .refine((change) => Object.keys(change).length > 0, { message: 'Give a setting to change.' });

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
  settings: companySettingsSchema,
  createdAt: isoTime,
});
export type CompanyResource = z.infer<typeof companySchema>;

/** GET /api/companies: an admin sees the one of theirs, support sees all, by name. */
export const companyQuerySchema = z.object({
  /** Part of a name or of a domain, whatever its case. */
  search: z.string().trim().max(200).optional(),
  /** The id of the last company of the page before. */
  after: z.string().max(100).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

const listedCompanySchema = companySchema.extend({ connection: connectionSchema });
export type ListedCompany = z.infer<typeof listedCompanySchema>;

export const companyListSchema = z.object({
  companies: z.array(listedCompanySchema),
  /** What to send as `after` for the next page, or null at the end. */
  next: z.string().nullable(),
});

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
