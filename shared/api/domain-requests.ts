import { z } from 'zod';
import { DOMAIN_REQUEST_STATES, type DomainRequest } from '../setup/domain-request.ts';
import { TEST_USER_DOMAIN } from '../setup/domains.ts';
import { domainName, isoTime } from './common.ts';
import { companySchema } from './companies.ts';

export const domainRequestSchema = z.object({
  domain: z.string(),
  state: z.enum(DOMAIN_REQUEST_STATES),
  askedAt: isoTime,
  decidedAt: isoTime.nullable(),
  /** With `declined`: why, in support's words. */
  reason: z.string().nullable(),
}) satisfies z.ZodType<DomainRequest>;

/** GET /api/companies/{company}/domain-requests: newest first. */
export const domainRequestListSchema = z.object({ domainRequests: z.array(domainRequestSchema) });

/** POST /api/companies/{company}/domain-requests */
export const askForDomainSchema = z.object({ domain: domainName.default(TEST_USER_DOMAIN) });

/** PATCH /api/companies/{company}/domain-requests/{domain}, by support. */
export const decideDomainRequestSchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('allowed') }),
  z.object({
    state: z.literal('declined'),
    reason: z.string().trim().min(1, 'Give a reason: the admin reads it.').max(300, 'Give 300 characters at most.'),
  }),
]);
export type DomainDecision = z.infer<typeof decideDomainRequestSchema>;

/** The data of every `company` event of GET /api/companies/{company}/events. */
export const companyNowSchema = z.object({
  company: companySchema,
  domainRequests: z.array(domainRequestSchema),
});
export type CompanyNow = z.infer<typeof companyNowSchema>;

/** A request that waits for support. */
export const openDomainRequestSchema = z.object({
  company: z.object({ id: z.string(), name: z.string(), primaryDomain: z.string() }),
  domain: z.string(),
  /** The admin's e-mail address, or `setup link …`. */
  askedBy: z.string(),
  askedAt: isoTime,
});
export type OpenDomainRequest = z.infer<typeof openDomainRequestSchema>;
