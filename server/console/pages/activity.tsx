import { useState } from 'preact/hooks';
import { activitySchema } from '../../../shared/api/setup.ts';
import type { Activity } from '../../../shared/setup/activity.ts';
import { ACTIVITY_FILTERS, passes, type ActivityFilter } from '../activity-filter.ts';
import { api } from '../api/calls.ts';
import { ActivityList } from '../components/activity-list.tsx';
import { Button } from '../components/button.tsx';
import { Choices } from '../components/field.tsx';
import { LiveMark } from '../components/live-mark.tsx';
import { Page } from '../components/page.tsx';
import { ActionError, Empty, Loaded } from '../components/states.tsx';
import { useCompany, useCompanyCrumbs } from '../company.ts';
import { useAction } from '../hooks/use-action.ts';
import { useResource } from '../hooks/use-resource.ts';
import { useStream } from '../hooks/use-stream.ts';
import { setQuery, useLocation } from '../router.ts';
import { useTexts } from '../texts.ts';

type Older = { calls: Activity[]; next: number | null };

/** Every call of the company, newest first; new ones appear by themselves. */
export function ActivityPage() {
  const { console: texts } = useTexts();
  const { company } = useCompany();
  const crumbs = useCompanyCrumbs();
  const [arrived, setArrived] = useState<Activity[]>([]);
  const { resource, reload } = useResource(`activity ${company.id}`, (signal) =>
    api.activity(company.id, new URLSearchParams({ limit: '100' }), signal),
  );
  const stream = useStream({ path: api.activityStreamPath(company.id) }, (event) => {
    const call = activitySchema.safeParse(safeJson(event.data));
    if (call.success) setArrived((before) => [call.data, ...before]);
  });
  return (
    <Page
      title={texts.activity.title}
      lead={texts.activity.lead}
      crumbs={crumbs}
      actions={<LiveMark stream={stream} />}
    >
      <Loaded resource={resource} retry={reload} rows={8}>
        {({ activity, next }) => <Calls arrived={arrived} loaded={{ calls: activity, next }} />}
      </Loaded>
    </Page>
  );
}

function Calls({ arrived, loaded }: { arrived: Activity[]; loaded: Older }) {
  const { console: texts } = useTexts();
  const { company } = useCompany();
  const filter = filterOf(useLocation().query);
  const [older, setOlder] = useState<Older | null>(null);
  const { action, run } = useAction();
  const next = older ? older.next : loaded.next;
  const all = newestFirst([...arrived, ...loaded.calls, ...(older?.calls ?? [])]);
  const shown = all.filter((call) => passes(call, filter));
  const more = () =>
    run(async () => {
      const query = new URLSearchParams({ limit: '100', before: String(next) });
      const page = await api.activity(company.id, query);
      setOlder({ calls: [...(older?.calls ?? []), ...page.activity], next: page.next });
    });
  if (all.length === 0) return <Empty title={texts.activity.empty} lead={texts.activity.emptyLead} />;
  return (
    <>
      <div class="toolbar">
        <Choices
          label={texts.activity.filter}
          value={filter}
          onValue={(value) => setQuery({ show: value === 'all' ? '' : value })}
          choices={ACTIVITY_FILTERS.map((value) => ({ value, label: texts.activity.filters[value] }))}
        />
      </div>
      {shown.length === 0 ? (
        <Empty title={texts.activity.noMatch} lead={texts.activity.noMatchLead} />
      ) : (
        <ActivityList calls={shown} />
      )}
      {action.state === 'failed' && <ActionError error={action.error} />}
      {next !== null && (
        <Button busy={action.state === 'working'} onClick={more}>
          {texts.activity.older}
        </Button>
      )}
    </>
  );
}

/** The stream may repeat what was loaded: every call once, by its id. */
function newestFirst(calls: Activity[]): Activity[] {
  return [...new Map(calls.map((call) => [call.id, call])).values()].sort((one, other) => other.id - one.id);
}

function filterOf(query: URLSearchParams): ActivityFilter {
  return ACTIVITY_FILTERS.find((filter) => filter === query.get('show')) ?? 'all';
}

function safeJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
