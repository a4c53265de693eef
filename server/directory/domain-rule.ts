import { ANY_DOMAIN, domainOf, isAllowed } from '../../shared/setup/domains.ts';
import { invalid } from '../errors.ts';
import type { CompanyScope } from './record.ts';

/** What may stand in an address as it is (RFC 5322 and, beyond ASCII, RFC 6531), and nothing that shows other than it is. */
const ADDRESS = /^[^\s@<>()[\]\\,;:"\p{Cc}\p{Bidi_Control}]+@[^\s@]+$/u;

/**
 * Dialpad's rule: a userName is an address on the company's primary domain or an allowed secondary one. Throws 400
 * invalidValue that names the domain and who can allow it.
 */
export function requireAllowedDomain(company: CompanyScope, userName: string): void {
  if (company.allowedDomains.includes(ANY_DOMAIN)) return;
  const domain = ADDRESS.test(userName) ? domainOf(userName) : null;
  if (domain === null) {
    throw invalid('invalidValue', `userName must be an e-mail address, such as name@${company.primaryDomain}.`);
  }
  if (isAllowed(domain, company)) return;
  const detail =
    `userName is on the domain ${domain}, which is neither the company's primary domain (${company.primaryDomain}) nor an ` +
    'allowed secondary domain. Dialpad Support can allow it: Contact us > Submit a request > Account changes > Adding a ' +
    `secondary domain. On a server of your own, its operator can: domain allow ${company.primaryDomain} ${domain}.`;
  throw invalid('invalidValue', detail, { reason: 'domain-not-allowed', domain });
}
