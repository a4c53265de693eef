import { useEffect, useState } from 'preact/hooks';
import type { ListedCompany } from '../../../shared/api/companies.ts';
import { api } from '../api/calls.ts';
import { Button } from '../components/button.tsx';
import { ConnectionBadge } from '../components/connection-badge.tsx';
import { TextField } from '../components/field.tsx';
import { Link } from '../components/link.tsx';
import { Page } from '../components/page.tsx';
import { ActionError, Empty, Loaded } from '../components/states.tsx';
import { Table, type Column } from '../components/table.tsx';
import { Time } from '../components/time.tsx';
import { useAction } from '../hooks/use-action.ts';
import { useResource } from '../hooks/use-resource.ts';
import { setQuery, useLocation } from '../router.ts';
import { useTexts, type Texts } from '../texts.ts';

const TYPING_PAUSE_MS = 250;

type CompanyList = Awaited<ReturnType<typeof api.companies>>;

/** Support's list of companies, and how JumpCloud is connected to each. */
export function CompaniesPage() {
  const { console: texts } = useTexts();
  const search = useLocation().query.get('search') ?? '';
  const { resource, reload } = useResource(`companies ${search}`, (signal) => api.companies(queryOf(search), signal));
  const create = (
    <Link to={{ page: 'new-company' }} class="button button-primary">
      {texts.companies.add}
    </Link>
  );
  return (
    <Page title={texts.companies.title} lead={texts.companies.lead} actions={create}>
      <Search search={search} />
      <p class="visually-hidden" role="status">
        {resource.state === 'ready' && search !== '' && texts.companies.found(resource.value.companies.length)}
      </p>
      <Loaded resource={resource} retry={reload}>
        {(list) => {
          if (list.companies.length > 0) return <CompanyTable key={search} first={list} search={search} />;
          if (search !== '') {
            return <Empty title={texts.companies.noMatch(search)} lead={texts.companies.noMatchLead} />;
          }
          return (
            <Empty title={texts.companies.empty} lead={texts.companies.emptyLead}>
              {create}
            </Empty>
          );
        }}
      </Loaded>
    </Page>
  );
}

function Search({ search }: { search: string }) {
  const { console: texts } = useTexts();
  const [typed, setTyped] = useState(search);
  useEffect(() => {
    if (typed === search) return;
    const timer = setTimeout(() => setQuery({ search: typed }), TYPING_PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed, search]);
  return (
    <div class="toolbar">
      <TextField label={texts.companies.search} type="search" value={typed} onValue={setTyped} />
    </div>
  );
}

function CompanyTable({ first, search }: { first: CompanyList; search: string }) {
  const all = useTexts();
  const { console: texts } = all;
  const [more, setMore] = useState<CompanyList>({ companies: [], next: first.next });
  const { action, run } = useAction();
  const load = () =>
    run(async () => {
      const page = await api.companies(queryOf(search, more.next));
      setMore({ companies: [...more.companies, ...page.companies], next: page.next });
    });
  return (
    <>
      <Table
        caption={texts.companies.title}
        columns={columns(all)}
        rows={[...first.companies, ...more.companies]}
        keyOf={(company) => company.id}
      />
      {action.state === 'failed' && <ActionError error={action.error} />}
      {more.next !== null && (
        <Button busy={action.state === 'working'} onClick={load}>
          {texts.companies.more}
        </Button>
      )}
    </>
  );
}

function columns({ console: texts }: Texts): Column<ListedCompany>[] {
  const labels = texts.companies.columns;
  return [
    {
      id: 'name',
      label: labels.name,
      cell: (company) => <Link to={{ page: 'company', companyId: company.id }}>{company.name}</Link>,
    },
    { id: 'domain', label: labels.domain, cell: (company) => company.primaryDomain },
    {
      id: 'plan',
      label: labels.plan,
      cell: (company) => `${texts.terms.product[company.product]} ${texts.terms.plan[company.plan]}`,
    },
    {
      id: 'connection',
      label: labels.connection,
      cell: (company) => <ConnectionBadge eligible={company.eligible} connection={company.connection} />,
    },
    {
      id: 'last-call',
      label: labels.lastCall,
      cell: ({ connection }) => (connection.lastUsedAt ? <Time at={connection.lastUsedAt} /> : texts.never),
    },
  ];
}

function queryOf(search: string, after: string | null = null): URLSearchParams {
  return new URLSearchParams({ ...(search && { search }), ...(after && { after }) });
}
