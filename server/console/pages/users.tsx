import { useEffect, useState } from 'preact/hooks';
import { USER_LIST_STATES, type ListedUser, type UserListState } from '../../../shared/api/users.ts';
import { api } from '../api/calls.ts';
import { Button } from '../components/button.tsx';
import { Choices, TextField } from '../components/field.tsx';
import { Link } from '../components/link.tsx';
import { Page } from '../components/page.tsx';
import { Empty, Loaded } from '../components/states.tsx';
import { Table, type Column } from '../components/table.tsx';
import { UserState } from '../components/user-state.tsx';
import { useCompany, useCompanyCrumbs } from '../company.ts';
import { useResource } from '../hooks/use-resource.ts';
import { setHidden, setQuery, useLocation } from '../router.ts';
import { useTexts, type Texts } from '../texts.ts';

const PAGE_SIZE = 50;
const TYPING_PAUSE_MS = 250;

type Filter = { search: string; state: UserListState; after: string; before: string };
type UserList = Awaited<ReturnType<typeof api.users>>;

/** The company's users: which are meant and which page is open are in the address, so that it can be linked. */
export function UsersPage() {
  const all = useTexts();
  const { console: texts } = all;
  const { company } = useCompany();
  const crumbs = useCompanyCrumbs();
  const filter = filterOf(useLocation());
  const { resource, reload } = useResource(`users ${company.id} ${JSON.stringify(filter)}`, (signal) =>
    api.users(company.id, searchOf(filter), signal),
  );
  return (
    <Page title={texts.users.title} lead={texts.users.lead} crumbs={crumbs}>
      <UserToolbar filter={filter} />
      <Loaded resource={resource} retry={reload} rows={8}>
        {(list) =>
          list.users.length === 0 ? (
            <Empty {...emptyText(filter, texts)} />
          ) : (
            <Table
              caption={texts.users.title}
              columns={columns(all, company.id)}
              rows={list.users}
              keyOf={(user) => user.id}
            />
          )
        }
      </Loaded>
      <Pager list={resource.state === 'ready' ? resource.value : null} filter={filter} />
    </Page>
  );
}

function UserToolbar({ filter }: { filter: Filter }) {
  const { console: texts } = useTexts();
  const [search, setSearch] = useState(filter.search);
  useEffect(() => {
    if (search === filter.search) return;
    const timer = setTimeout(() => setHidden({ search }, FIRST_PAGE), TYPING_PAUSE_MS);
    return () => clearTimeout(timer);
  }, [search, filter.search]);
  return (
    <div class="toolbar">
      <TextField label={texts.users.search} type="search" value={search} onValue={setSearch} />
      <Choices
        label={texts.users.filter}
        value={filter.state}
        onValue={(state) => setQuery({ state: state === 'present' ? '' : state, ...FIRST_PAGE })}
        choices={USER_LIST_STATES.map((value) => ({ value, label: texts.users.states[value] }))}
      />
    </div>
  );
}

function emptyText({ search, state }: Filter, { users: texts }: Texts['console']): { title: string; lead: string } {
  return search === '' ? texts.empty[state] : { title: texts.noMatch, lead: texts.noMatchLead };
}

/** How many there are, said anew after every search, and the way to the others. It stays while a list is loaded. */
function Pager({ list, filter }: { list: UserList | null; filter: Filter }) {
  const { console: texts } = useTexts();
  const { next = null, previous = null } = list ?? {};
  return (
    <nav class="pager" aria-label={texts.users.pages}>
      <span role="status">{list && <Found list={list} filter={filter} />}</span>
      {previous !== null && (
        <Button onClick={() => setQuery({ before: previous, after: '' })}>{texts.users.previous}</Button>
      )}
      {next !== null && <Button onClick={() => setQuery({ after: next, before: '' })}>{texts.users.next}</Button>}
    </nav>
  );
}

/** That there is nobody is seen where the table would be. */
function Found({ list: { users, total }, filter }: { list: UserList; filter: Filter }) {
  const { console: texts } = useTexts();
  if (users.length === 0) return <span class="visually-hidden">{emptyText(filter, texts).title}</span>;
  return <>{total === null ? texts.users.shown(users.length) : texts.users.count(users.length, total)}</>;
}

function columns({ console: texts }: Texts, companyId: string): Column<ListedUser>[] {
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
    { id: 'state', label: labels.state, cell: (user) => <UserState user={user} /> },
  ];
}

const FIRST_PAGE = { after: '', before: '' };

function filterOf({ query, hidden }: ReturnType<typeof useLocation>): Filter {
  return {
    search: hidden.get('search') ?? '',
    state: USER_LIST_STATES.find((state) => state === query.get('state')) ?? 'present',
    after: query.get('after') ?? '',
    before: query.get('before') ?? '',
  };
}

function searchOf({ search, state, after, before }: Filter): Parameters<typeof api.users>[1] {
  return {
    state,
    count: PAGE_SIZE,
    ...(search && { search }),
    ...(after && { after }),
    ...(before && { before }),
  };
}
