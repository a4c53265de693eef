import type { Knex } from 'knex';
import type { Plan, Product } from '../../shared/setup/snapshot.ts';
import type { Database } from '../db/database.ts';
import { translating } from '../db/translating.ts';
import { settleRequest } from './domain-request-store.ts';

/** A company as it is kept: its own row and the secondary domains allowed for it. */
export type CompanyRecord = {
  id: string;
  name: string;
  product: Product;
  plan: Plan;
  primaryDomain: string;
  allowedDomains: string[];
  createdAt: string;
};

type Row = { id: string; name: string; product: Product; plan: Plan; primary_domain: string; created_at: string };
type DomainRow = { company_id: string; domain: string };

export type CompanyChange = Partial<Pick<CompanyRecord, 'name' | 'product' | 'plan'>>;

/** The SQL of companies. */
export function createCompanyStore({ read, write, transaction, dialect }: Database) {
  return translating({
    insert: (company: CompanyRecord): Promise<void> => insert(write, company),

    /** Inserts only into a store without any company; tells whether it did. */
    insertFirst: (company: CompanyRecord): Promise<boolean> =>
      transaction(async (tx) => {
        await dialect.lock(tx, 'companies');
        if (await tx<Row>('companies').first('id')) return false;
        await insert(tx, company);
        return true;
      }),

    /** Every company, oldest first. */
    list: (): Promise<CompanyRecord[]> => select(read, (query) => query.orderBy('created_at').orderBy('id')),

    async byId(id: string): Promise<CompanyRecord | undefined> {
      return (await select(read, (query) => query.where({ id })))[0];
    },

    async byPrimaryDomain(domain: string): Promise<CompanyRecord | undefined> {
      return (await select(read, (query) => query.where({ primary_domain: domain })))[0];
    },

    async update(id: string, change: CompanyChange): Promise<void> {
      await write<Row>('companies').where({ id }).update(change);
    },

    /** Allows the domain, and settles the request for it where there is one. */
    async allowDomain(companyId: string, domain: string, at: string): Promise<void> {
      const row = { company_id: companyId, domain, created_at: at };
      await transaction(async (tx) => {
        await tx('company_domains').insert(row).onConflict(['company_id', 'domain']).ignore();
        await settleRequest(tx, companyId, domain, at);
      });
    },

    /** Tells whether the domain was allowed until now. */
    async revokeDomain(companyId: string, domain: string): Promise<boolean> {
      return (await write('company_domains').where({ company_id: companyId, domain }).delete()) > 0;
    },
  });
}

export type CompanyStore = ReturnType<typeof createCompanyStore>;

async function insert(knex: Knex, company: CompanyRecord): Promise<void> {
  await knex('companies').insert({
    id: company.id,
    name: company.name,
    product: company.product,
    plan: company.plan,
    primary_domain: company.primaryDomain,
    created_at: company.createdAt,
  });
}

async function select(
  knex: Knex,
  narrow: (query: Knex.QueryBuilder<Row, Row[]>) => Knex.QueryBuilder<Row, Row[]>,
): Promise<CompanyRecord[]> {
  const rows = await narrow(knex<Row>('companies').select('*'));
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const domains = await knex<DomainRow>('company_domains').whereIn('company_id', ids).orderBy('domain');
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    product: row.product,
    plan: row.plan,
    primaryDomain: row.primary_domain,
    allowedDomains: domains.filter(({ company_id }) => company_id === row.id).map(({ domain }) => domain),
    createdAt: row.created_at,
  }));
}
