import { useState } from 'preact/hooks';
import type { CompanyResource } from '../../../shared/api/companies.ts';
import { api } from '../api/calls.ts';
import { Badge } from '../components/badge.tsx';
import { TextField } from '../components/field.tsx';
import { Link } from '../components/link.tsx';
import { Page } from '../components/page.tsx';
import { Empty, Loaded } from '../components/states.tsx';
import { Table, type Column } from '../components/table.tsx';
import { Time } from '../components/time.tsx';
import { useResource } from '../hooks/use-resource.ts';
import { useTexts, type Texts } from '../texts.ts';

/** Support's list of companies. */
export function CompaniesPage() {
  const { console: texts } = useTexts();
  const { resource, reload } = useResource('companies', api.companies);
  const create = (
    <Link to={{ page: 'new-company' }} class="button button-primary">
      {texts.companies.add}
    </Link>
  );
  return (
    <Page title={texts.companies.title} lead={texts.companies.lead} actions={create}>
      <Loaded resource={resource} retry={reload}>
        {({ companies }) =>
          companies.length === 0 ? (
            <Empty title={texts.companies.empty} lead={texts.companies.emptyLead}>
              {create}
            </Empty>
          ) : (
            <CompanyList companies={companies} />
          )
        }
      </Loaded>
    </Page>
  );
}

function CompanyList({ companies }: { companies: CompanyResource[] }) {
  const all = useTexts();
  const { console: texts } = all;
  const [search, setSearch] = useState('');
  const found = companies.filter((company) => matches(company, search));
  return (
    <>
      <div class="toolbar">
        <TextField label={texts.companies.search} type="search" value={search} onValue={setSearch} />
        <p class="hint" role="status">
          {texts.companies.count(found.length, companies.length)}
        </p>
      </div>
      {found.length === 0 ? (
        <Empty title={texts.companies.noMatch(search)} lead={texts.companies.noMatchLead} />
      ) : (
        <Table caption={texts.companies.title} columns={columns(all)} rows={found} keyOf={(company) => company.id} />
      )}
    </>
  );
}

function columns({ console: texts }: Texts): Column<CompanyResource>[] {
  const labels = texts.companies.columns;
  return [
    {
      id: 'name',
      label: labels.name,
      cell: (company) => <Link to={{ page: 'company', companyId: company.id }}>{company.name}</Link>,
    },
    { id: 'domain', label: labels.domain, cell: (company) => company.primaryDomain },
    { id: 'product', label: labels.product, cell: (company) => texts.terms.product[company.product] },
    { id: 'plan', label: labels.plan, cell: (company) => texts.terms.plan[company.plan] },
    {
      id: 'scim',
      label: labels.scim,
      cell: (company) => (
        <Badge tone={company.eligible ? 'good' : 'warn'}>
          {company.eligible ? texts.terms.eligible : texts.terms.notEligible}
        </Badge>
      ),
    },
    { id: 'created', label: labels.created, cell: (company) => <Time at={company.createdAt} /> },
  ];
}

function matches(company: CompanyResource, search: string): boolean {
  const wanted = search.trim().toLowerCase();
  return [company.name, company.primaryDomain, ...company.allowedDomains].some((text) =>
    text.toLowerCase().includes(wanted),
  );
}
