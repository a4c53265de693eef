import type { DomainRequest } from '../../shared/setup/domain-request.ts';
import { isAllowed } from '../../shared/setup/domains.ts';
import type { Along } from '../db/database.ts';
import { conflict, notFound } from '../errors.ts';
import type { Companies, Company } from './companies.ts';
import { domainName } from './domain-name.ts';
import type { DomainRequestStore, WaitingRequest } from './domain-request-store.ts';

type Deps = { store: DomainRequestStore; companies: Pick<Companies, 'allowDomain'>; now: () => Date };

export type DomainRequests = ReturnType<typeof createDomainRequests>;

/** What companies ask of Dialpad Support: to allow a secondary domain. */
export function createDomainRequests({ store, companies, now }: Deps) {
  /** Newest first. What was allowed and is revoked by now is no answer any more, so it is left out. */
  async function list(company: Company): Promise<DomainRequest[]> {
    const requests = await store.list(company.id);
    return requests.filter(({ state, domain }) => state !== 'allowed' || isAllowed(domain, company));
  }

  return {
    list,

    /** The newest request for that domain, or null. */
    of: async (company: Company, domain: string): Promise<DomainRequest | null> =>
      (await list(company)).find((request) => request.domain === domain) ?? null,

    /**
     * Asks support to allow a domain. Asking again while a request waits changes nothing; after it was declined it asks anew.
     * @param askedBy a person's address, or `setup link …`.
     * @throws DomainError 400 for what is no domain, 409 when it is allowed already.
     */
    ask: async (company: Company, domain: string, askedBy: string, along: Along): Promise<DomainRequest> => {
      const name = domainName(domain);
      if (isAllowed(name, company)) throw conflict(`${name} is allowed already; there is nothing to ask for.`);
      await store.ask(company.id, name, askedBy, now().toISOString(), along);
      const request = (await store.list(company.id)).find((known) => known.domain === name);
      if (!request) throw notFound('Request');
      return request;
    },

    /** Allows what was asked for, and with it settles the request. */
    allow: (company: Company, domain: string, along: Along): Promise<Company> =>
      companies.allowDomain(company, domain, along),

    /**
     * Declines what was asked for.
     * @param reason for the admin to read.
     * @throws DomainError 404 when no request for that domain waits.
     */
    async decline(company: Company, domain: string, reason: string, along: Along): Promise<void> {
      if (await store.decline(company.id, domain, reason, now().toISOString(), along)) return;
      throw notFound(`A waiting request for ${domain}`);
    },

    /** Every request that waits, oldest first, at most 500. */
    waiting: (): Promise<WaitingRequest[]> => store.waiting(),
  };
}
