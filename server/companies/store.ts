import type { Knex } from 'knex';
import type { CompanySettings } from '../../shared/setup/company-settings.ts';
import type { Plan, Product } from '../../shared/setup/snapshot.ts';
import { withAlong } from '../db/along.ts';
import type { Along, Database } from '../db/database.ts';
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
  settings: CompanySettings;
  createdAt: string;
};

type Row = {
  id: string;
  name: string;
  product: Product;
  plan: Plan;
  primary_domain: string;
  created_at: string;
} & SettingsRow;
type SettingsRow = {
  group_management: CompanySettings['groupManagement'];
  on_delete: CompanySettings['onDelete'];
  keep_removed_days: number | null;
  keep_activity_days: number;
};
type DomainRow = { company_id: string; domain: string };

export type CompanyChange = Partial<Pick<CompanyRecord, 'name' | 'product' | 'plan' | 'settings'>>;

const MATCHES =
  "(lower(name) like ? escape '\\' or primary_domain like ? escape '\\' or exists (select 1 from company_domains d " +
  "where d.company_id = companies.id and d.domain like ? escape '\\'))";
const BEHIND = '(lower(name), id) > (select lower(b.name), b.id from companies b where b.id = ?)';

/** The SQL of companies. */
export function createCompanyStore(db: Database) {
  const { read, transaction, dialect } = db;
  return translating({
    insert: (company: CompanyRecord, along: Along): Promise<void> => withAlong(db, along, (tx) => insert(tx, company)),

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

    /** Companies whose name or domains hold the text, by name; behind a company of the same list. */
    search: (search: string, after: string | null, limit: number): Promise<CompanyRecord[]> =>
      select(read, (query) => {
        void query.orderByRaw('lower(name)').orderBy('id').limit(limit);
        if (after !== null) void query.whereRaw(BEHIND, [after]);
        if (search === '') return query;
        const pattern = `%${search.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`;
        return query.whereRaw(MATCHES, [pattern, pattern, pattern]);
      }),

    async byId(id: string): Promise<CompanyRecord | undefined> {
      return (await select(read, (query) => query.where({ id })))[0];
    },

    async byPrimaryDomain(domain: string): Promise<CompanyRecord | undefined> {
      return (await select(read, (query) => query.where({ primary_domain: domain })))[0];
    },

    async update(id: string, change: CompanyChange, along: Along): Promise<void> {
      const { settings, ...columns } = change;
      const row = { ...columns, ...(settings ? toSettingsRow(settings) : {}) };
      await withAlong(db, along, (tx) => tx<Row>('companies').where({ id }).update(row));
    },

    /** Allows the domain, and settles the request for it where there is one. */
    async allowDomain(companyId: string, domain: string, at: string, along: Along): Promise<void> {
      const row = { company_id: companyId, domain, created_at: at };
      await withAlong(db, along, async (tx) => {
        await tx('company_domains').insert(row).onConflict(['company_id', 'domain']).ignore();
        await settleRequest(tx, companyId, domain, at);
      });
    },

    /** Tells whether the domain was allowed until now. */
    async revokeDomain(companyId: string, domain: string, along: Along): Promise<boolean> {
      const row = { company_id: companyId, domain };
      return withAlong(db, along, async (tx) => (await tx('company_domains').where(row).delete()) > 0);
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
    ...toSettingsRow(company.settings),
  });
}

function toSettingsRow(settings: CompanySettings): SettingsRow {
  return {
    group_management: settings.groupManagement,
    on_delete: settings.onDelete,
    keep_removed_days: settings.keepRemovedDays,
    keep_activity_days: settings.keepActivityDays,
  };
}

function fromSettingsRow(row: SettingsRow): CompanySettings {
  return {
    groupManagement: row.group_management,
    onDelete: row.on_delete,
    keepRemovedDays: row.keep_removed_days,
    keepActivityDays: row.keep_activity_days,
  };
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
    settings: fromSettingsRow(row),
    createdAt: row.created_at,
  }));
}
