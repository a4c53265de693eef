import { useEffect, useState } from 'preact/hooks';
import type { UserSummary } from '../../../shared/api/users.ts';
import { api } from '../api/calls.ts';
import { Badge } from '../components/badge.tsx';
import { Button } from '../components/button.tsx';
import { Check, Choices, TextField } from '../components/field.tsx';
import { Link } from '../components/link.tsx';
import { Page } from '../components/page.tsx';
import { Empty, Loaded } from '../components/states.tsx';
import { Table, type Column } from '../components/table.tsx';
import { useCompany, useCompanyCrumbs } from '../company.ts';
import { useResource } from '../hooks/use-resource.ts';
import { setQuery, useLocation } from '../router.ts';
import { useTexts, type Texts } from '../texts.ts';

const PAGE_SIZE = 50;
const TYPING_PAUSE_MS = 250;
const STATES = ['all', 'active', 'suspended'] as const;
type State = (typeof STATES)[number];

type Filter = { search: string; state: State; testUsers: boolean; from: number };

/** The company's users: what is searched for and which page is open are in the address, so that it can be linked. */
export function UsersPage() {
  const all = useTexts();
  const { console: texts } = all;
  const { company } = useCompany();
  const crumbs = useCompanyCrumbs();
  const filter = filterOf(useLocation().query);
  const query = apiQuery(filter);
  const { resource, reload } = useResource(`users ${company.id} ${query.toString()}`, (signal) =>
    api.users(company.id, query, signal),
  );
  return (
    <Page title={texts.users.title} lead={texts.users.lead} crumbs={crumbs}>
      <UserToolbar filter={filter} />
      <Loaded resource={resource} retry={reload} rows={8}>
        {({ users, total }) =>
          users.length === 0 ? (
            <NoUsers filter={filter} />
          ) : (
            <>
              <Table
                caption={texts.users.title}
                columns={columns(all, company.id)}
                rows={users}
                keyOf={(user) => user.id}
              />
              <Pager from={filter.from} shown={users.length} total={total} />
            </>
          )
        }
      </Loaded>
    </Page>
  );
}

function UserToolbar({ filter }: { filter: Filter }) {
  const { console: texts } = useTexts();
  const [search, setSearch] = useState(filter.search);
  useEffect(() => {
    if (search === filter.search) return;
    const timer = setTimeout(() => setQuery({ search, from: '' }), TYPING_PAUSE_MS);
    return () => clearTimeout(timer);
  }, [search, filter.search]);
  return (
    <div class="toolbar">
      <TextField label={texts.users.search} type="search" value={search} onValue={setSearch} />
      <Choices
        label={texts.users.filter}
        value={filter.state}
        onValue={(state) => setQuery({ state: state === 'all' ? '' : state, from: '' })}
        choices={STATES.map((value) => ({ value, label: texts.users[value] }))}
      />
      <Check
        label={texts.users.showTestUsers}
        checked={filter.testUsers}
        onValue={(wanted) => setQuery({ testUsers: wanted ? 'true' : '', from: '' })}
      />
    </div>
  );
}

function NoUsers({ filter }: { filter: Filter }) {
  const { console: texts } = useTexts();
  const filtered = filter.search !== '' || filter.state !== 'all' || filter.from > 1;
  return filtered ? (
    <Empty title={texts.users.noMatch} lead={texts.users.noMatchLead} />
  ) : (
    <Empty title={texts.users.empty} lead={texts.users.emptyLead} />
  );
}

function Pager({ from, shown, total }: { from: number; shown: number; total: number }) {
  const { console: texts } = useTexts();
  const to = from + shown - 1;
  const go = (start: number) => setQuery({ from: start > 1 ? String(start) : '' });
  return (
    <nav class="pager" aria-label={texts.users.title}>
      <span role="status">{texts.users.range(from, to, total)}</span>
      {from > 1 && <Button onClick={() => go(Math.max(1, from - PAGE_SIZE))}>{texts.users.previous}</Button>}
      {to < total && <Button onClick={() => go(from + PAGE_SIZE)}>{texts.users.next}</Button>}
    </nav>
  );
}

function columns({ console: texts }: Texts, companyId: string): Column<UserSummary>[] {
  const labels = texts.users.columns;
  return [
    {
      id: 'user',
      label: labels.user,
      cell: (user) => (
        <Link to={{ page: 'user', companyId, userId: user.id }}>{user.displayName ?? user.userName}</Link>
      ),
    },
    { id: 'user-name', label: labels.userName, cell: (user) => user.userName },
    { id: 'groups', label: labels.groups, cell: (user) => user.groups.join(', ') || texts.unknownValue },
    {
      id: 'state',
      label: labels.state,
      cell: (user) => (
        <>
          <Badge tone={user.active ? 'good' : 'warn'}>{user.active ? texts.users.active : texts.users.suspended}</Badge>
          {user.testUser && <Badge tone="calm">{texts.users.testUser}</Badge>}
        </>
      ),
    },
  ];
}

function filterOf(query: URLSearchParams): Filter {
  const from = Number(query.get('from') ?? 1);
  return {
    search: query.get('search') ?? '',
    state: STATES.find((state) => state === query.get('state')) ?? 'all',
    testUsers: query.get('testUsers') === 'true',
    from: Number.isInteger(from) && from > 0 ? from : 1,
  };
}

function apiQuery(filter: Filter): URLSearchParams {
  const query = new URLSearchParams({ startIndex: String(filter.from), count: String(PAGE_SIZE) });
  if (filter.search) query.set('search', filter.search);
  if (filter.state !== 'all') query.set('active', String(filter.state === 'active'));
  if (filter.testUsers) query.set('includeTestUsers', 'true');
  return query;
}
