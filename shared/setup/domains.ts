/** The domain on which JumpCloud's catalog connector makes its test user. */
export const TEST_USER_DOMAIN = 'jumpcloud.com';

/** Stands for any userName at all: for sandboxes and conformance runs. */
export const ANY_DOMAIN = '*';

/** The part after the last @, in lower case, or null when there is none. */
export function domainOf(address: string): string | null {
  const at = address.lastIndexOf('@');
  return at > 0 && at < address.length - 1 ? address.slice(at + 1).toLowerCase() : null;
}

/** Whether addresses on the domain may be accounts of a company. */
export function isAllowed(domain: string, company: { primaryDomain: string; allowedDomains: string[] }): boolean {
  const wanted = domain.toLowerCase();
  return (
    company.primaryDomain.toLowerCase() === wanted ||
    company.allowedDomains.some((allowed) => allowed === ANY_DOMAIN || allowed.toLowerCase() === wanted)
  );
}
