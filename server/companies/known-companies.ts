import { mayUseScim } from '../../shared/setup/eligibility.ts';
import type { CompanyRecord, CompanyStore } from './store.ts';

/** A Dialpad customer. */
export type Company = CompanyRecord & {
  /** Whether product and plan may use SCIM. */
  eligible: boolean;
};

/** Companies kept in memory by their id, since every SCIM call asks for its own, until something changes. */
export function createKnownCompanies(store: CompanyStore) {
  const known = new Map<string, Company>();
  let generation = 0;

  async function find(id: string): Promise<Company | null> {
    const cached = known.get(id);
    if (cached) return cached;
    const begun = generation;
    const record = await store.byId(id);
    if (!record) return null;
    const company = withEligibility(record);
    // What was read before a change must not be kept after it.
    if (begun === generation) known.set(id, company);
    return company;
  }

  return {
    find,
    /** Drops everything: some company changed. */
    forget: (): void => {
      generation += 1;
      known.clear();
    },
  };
}

export function withEligibility(record: CompanyRecord): Company {
  return { ...record, eligible: mayUseScim(record.product, record.plan) };
}
