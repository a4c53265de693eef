import { useState } from 'preact/hooks';
import { companyCallSchema } from '../../../shared/api/activity.ts';
import { choiceOf, filterQuery, KIND_CHOICES, type ActivityChoice } from '../activity-filter.ts';
import { api } from '../api/calls.ts';
import { listOf, withArrived, withOlder, type CallList, type CallPage } from '../call-list.ts';
import { ActivityList } from '../components/activity-list.tsx';
import { Button } from '../components/button.tsx';
import { Check, Choices } from '../components/field.tsx';
import { LiveMark } from '../components/live-mark.tsx';
import { Page } from '../components/page.tsx';
import { ActionError, Empty, Loaded } from '../components/states.tsx';
import { useCompany, useCompanyCrumbs } from '../company.ts';
import { useAction } from '../hooks/use-action.ts';
import { useResource } from '../hooks/use-resource.ts';
import { useStream } from '../hooks/use-stream.ts';
import { setQuery, useLocation } from '../router.ts';
import { useTexts } from '../texts.ts';

const PAGE_SIZE = '50';

/** Every call of the company, newest first; new ones appear by themselves. What is shown is in the address. */
export function ActivityPage() {
  const { console: texts } = useTexts();
  const { company } = useCompany();
  const crumbs = useCompanyCrumbs();
  const choice = choiceOf(useLocation().query);
  const query = filterQuery(choice);
  return (
    <Page
      title={texts.activity.title}
      lead={texts.activity.lead}
      crumbs={crumbs}
      actions={<Exports companyId={company.id} query={query} />}
    >
      <Toolbar choice={choice} />
      <LiveCalls key={query.toString()} query={query} narrowed={query.size > 0} />
    </Page>
  );
}

function Exports({ companyId, query }: { companyId: string; query: URLSearchParams }) {
  const { console: texts } = useTexts();
  const own = texts.activity;
  return (
    <p class="exports">
      <span aria-hidden="true">{own.export}</span>
      {(['csv', 'jsonl'] as const).map((format) => (
        <a
          key={format}
          class="button button-plain"
          href={api.activityExportPath(companyId, new URLSearchParams([...query, ['format', format]]))}
          aria-label={own.exportName(own.exportAs[format])}
          download
        >
          {own.exportAs[format]}
        </a>
      ))}
    </p>
  );
}

function Toolbar({ choice }: { choice: ActivityChoice }) {
  const { console: texts } = useTexts();
  const own = texts.activity;
  return (
    <>
      <div class="toolbar">
        <Choices
          label={own.kind}
          value={choice.kind}
          onValue={(kind) => setQuery({ kind: kind === 'all' ? '' : kind })}
          choices={KIND_CHOICES.map((value) => ({ value, label: own.kinds[value] }))}
        />
        <Check
          label={own.outcome}
          checked={choice.failedOnly}
          onValue={(wanted) => setQuery({ outcome: wanted ? 'failed' : '' })}
        />
      </div>
      {choice.user !== '' && (
        <p class="narrowed">
          {own.ofUser}
          <Button kind="quiet" onClick={() => setQuery({ user: '' })}>
            {own.everyUser}
          </Button>
        </p>
      )}
    </>
  );
}

function LiveCalls({ query, narrowed }: { query: URLSearchParams; narrowed: boolean }) {
  const { company } = useCompany();
  const [changed, setChanged] = useState<CallList | null>(null);
  const { resource, reload } = useResource(`activity ${company.id} ${query.toString()}`, async (signal) => {
    const page = await api.activity(company.id, new URLSearchParams([...query, ['limit', PAGE_SIZE]]), signal);
    return { list: listOf(page), latest: page.latest };
  });
  const loaded = resource.state === 'ready' ? resource.value : null;
  const stream = useStream(
    { path: loaded && api.activityStreamPath(company.id, query), after: loaded?.latest },
    (event) => {
      const call = companyCallSchema.safeParse(JSON.parse(event.data));
      if (loaded && call.success) setChanged((now) => withArrived(now ?? loaded.list, call.data));
    },
  );
  return (
    <>
      <LiveMark stream={stream} />
      <Loaded resource={resource} retry={reload} rows={8}>
        {({ list }) => (
          <Calls
            list={changed ?? list}
            onOlder={(page) => setChanged((now) => withOlder(now ?? list, page))}
            query={query}
            narrowed={narrowed}
          />
        )}
      </Loaded>
    </>
  );
}

type CallsProps = {
  list: CallList;
  onOlder: (page: CallPage) => void;
  query: URLSearchParams;
  narrowed: boolean;
};

function Calls({ list, onOlder, query, narrowed }: CallsProps) {
  const { console: texts } = useTexts();
  const own = texts.activity;
  const { company } = useCompany();
  const { action, run } = useAction();
  const more = () =>
    run(async () => {
      const before = new URLSearchParams([...query, ['limit', PAGE_SIZE], ['before', String(list.next)]]);
      onOlder(await api.activity(company.id, before));
    });
  if (list.calls.length === 0) {
    return narrowed ? (
      <Empty title={own.noMatch} lead={own.noMatchLead} />
    ) : (
      <Empty title={own.empty} lead={own.emptyLead} />
    );
  }
  return (
    <>
      <ActivityList calls={list.calls} />
      {action.state === 'failed' && <ActionError error={action.error} />}
      {list.next === null ? (
        <p class="hint">{own.oldest}</p>
      ) : (
        <Button busy={action.state === 'working'} onClick={more}>
          {own.older}
        </Button>
      )}
    </>
  );
}
