import { useState } from 'preact/hooks';
import { companyNowSchema } from '../../../shared/api/domain-requests.ts';
import type { DomainRequest } from '../../../shared/setup/domain-request.ts';
import { api } from '../api/calls.ts';
import { useCompany } from '../company.ts';
import { useStream } from './use-stream.ts';

/** What the open company asked support for that domain, live; the company is loaded again when its domains change. */
export function useDomainRequest(domain: string): DomainRequest | null {
  const { company, reload } = useCompany();
  const [requests, setRequests] = useState<DomainRequest[]>([]);
  useStream({ path: api.companyStreamPath(company.id) }, ({ type, data }) => {
    if (type !== 'company') return;
    const now = companyNowSchema.parse(JSON.parse(data));
    setRequests(now.domainRequests);
    if (now.company.allowedDomains.join() !== company.allowedDomains.join()) reload();
  });
  return requests.find((request) => request.domain === domain) ?? null;
}
