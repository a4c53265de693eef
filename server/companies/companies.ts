import { randomUUID } from 'node:crypto';
import { DEFAULT_SETTINGS } from '../../shared/setup/company-settings.ts';
import type { Plan, Product } from '../../shared/setup/snapshot.ts';
import type { Along } from '../db/database.ts';
import { conflict, DomainError, notFound, UniqueViolation } from '../errors.ts';
import { domainName, secondaryDomain } from './domain-name.ts';
import { type Company, createKnownCompanies, withEligibility } from './known-companies.ts';
import type { CompanyChange, CompanyRecord, CompanyStore } from './store.ts';

export type { Company } from './known-companies.ts';

export type NewCompany = { name: string; primaryDomain: string; product: Product; plan: Plan };

const LONGEST_NAME = 200;

type Deps = {
  store: CompanyStore;
  now: () => Date;
  onForeignChange: (listener: () => void) => unknown;
};

/**
 * Companies and the domains of their accounts. Single companies are kept in memory until this or another process changes
 * something, since every SCIM call asks for its own. What goes along with a change is made with it or not at all.
 */
export function createCompanies({ store, now, onForeignChange }: Deps) {
  const known = createKnownCompanies(store);
  onForeignChange(known.forget);

  /**
   * The company that a person names by its id or its primary domain.
   * @throws DomainError 404.
   */
  async function find(nameOrId: string): Promise<Company> {
    const record = (await store.byId(nameOrId)) ?? (await store.byPrimaryDomain(nameOrId.trim().toLowerCase()));
    if (!record) throw notFound(`Company "${nameOrId}" (an id or a primary domain)`);
    return withEligibility(record);
  }

  /** @throws DomainError 400 for a bad name or domain, 409 when the primary domain belongs to another company. */
  async function create(company: NewCompany, along: (made: CompanyRecord) => Along = () => []): Promise<Company> {
    const record = recordOf(company, now());
    try {
      await store.insert(record, along(record));
    } catch (error) {
      throw error instanceof UniqueViolation ? domainTaken(record.primaryDomain) : error;
    }
    return withEligibility(record);
  }

  /** Creates the company only when there is none at all; null when there is one. Processes may race for it. */
  async function createFirst(company: NewCompany): Promise<Company | null> {
    const record = recordOf(company, now());
    return (await store.insertFirst(record)) ? withEligibility(record) : null;
  }

  async function update(id: string, change: CompanyChange, along: Along = []): Promise<Company> {
    const checked = change.name === undefined ? change : { ...change, name: companyName(change.name) };
    if (Object.keys(checked).length > 0) await store.update(id, checked, along);
    known.forget();
    return find(id);
  }

  /** Allows accounts on a secondary domain (`*`: any userName). Allowing twice changes nothing. */
  async function allowDomain(company: Company, domain: string, along: Along = []): Promise<Company> {
    const name = secondaryDomain(domain);
    if (name !== company.primaryDomain) await store.allowDomain(company.id, name, now().toISOString(), along);
    known.forget();
    return find(company.id);
  }

  /** @throws DomainError 409 for the primary domain, 404 when the domain was not allowed. */
  async function revokeDomain(company: Company, domain: string, along: Along = []): Promise<Company> {
    const name = secondaryDomain(domain);
    if (name === company.primaryDomain) {
      throw new DomainError(409, `${name} is the primary domain of ${company.name}, which always is allowed.`);
    }
    if (!(await store.revokeDomain(company.id, name, along)))
      throw notFound(`${name} among the allowed domains of ${company.name}`);
    known.forget();
    return find(company.id);
  }

  return {
    /** The company with this id, or null. */
    byId: known.find,
    find,
    create,
    createFirst,
    update,
    allowDomain,
    revokeDomain,
    /** A page of companies whose name or domains hold the text, by name; behind the one with the id. */
    search: async (search: string, after: string | null, limit: number): Promise<Company[]> =>
      (await store.search(search, after, limit)).map(withEligibility),
    /** Every company, oldest first. */
    list: async (): Promise<Company[]> => (await store.list()).map(withEligibility),
  };
}

export type Companies = ReturnType<typeof createCompanies>;

/** Why a company may not use SCIM, as a sentence for its admin. */
export function notEligible(company: Pick<Company, 'name'>): string {
  return (
    `JumpCloud SCIM is not part of the plan of ${company.name}: ` +
    'Ai Voice needs the Pro or Enterprise plan; Ai Sales and Ai Contact Center have it on every plan.'
  );
}

function recordOf(company: NewCompany, at: Date): CompanyRecord {
  return {
    id: randomUUID(),
    name: companyName(company.name),
    product: company.product,
    plan: company.plan,
    primaryDomain: domainName(company.primaryDomain),
    allowedDomains: [],
    settings: DEFAULT_SETTINGS,
    createdAt: at.toISOString(),
  };
}

function companyName(text: string): string {
  const name = text.trim();
  if (name && name.length <= LONGEST_NAME) return name;
  throw new DomainError(400, `A company's name has 1 to ${LONGEST_NAME} characters.`, { reason: 'invalid' });
}

function domainTaken(domain: string): DomainError {
  return conflict(`${domain} is the primary domain of another company; a primary domain belongs to one company only.`);
}
