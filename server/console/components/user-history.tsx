import { useState } from 'preact/hooks';
import type { CompanyCall } from '../../../shared/api/activity.ts';
import { hasFailed } from '../../../shared/setup/activity.ts';
import { activitySentence } from '../../../shared/texts/activity-sentence.ts';
import { api } from '../api/calls.ts';
import { useCompany } from '../company.ts';
import { useAction } from '../hooks/use-action.ts';
import { useResource } from '../hooks/use-resource.ts';
import { useTexts, type Texts } from '../texts.ts';
import { Button } from './button.tsx';
import { Link } from './link.tsx';
import { ActionError, Loaded } from './states.tsx';
import { Moment } from './time.tsx';

const PAGE_SIZE = '20';

type History = { calls: CompanyCall[]; next: number | null };

/** What JumpCloud did to a user, newest first, with time and key: changes, and attempts that failed. */
export function UserHistory({ userId }: { userId: string }) {
  const { console: texts } = useTexts();
  const { company } = useCompany();
  const { resource, reload } = useResource(`history ${userId}`, (signal) =>
    api.activity(company.id, historyQuery(userId), signal),
  );
  return (
    <section class="card">
      <header class="card-header">
        <h2>{texts.user.history}</h2>
        <Link to={{ page: 'activity', companyId: company.id }} query={`user=${encodeURIComponent(userId)}`}>
          {texts.user.everyCall}
        </Link>
      </header>
      <p class="hint">{texts.user.historyLead}</p>
      <Loaded resource={resource} retry={reload} rows={3}>
        {({ activity, next }) => <Entries userId={userId} first={{ calls: activity, next }} />}
      </Loaded>
    </section>
  );
}

function Entries({ userId, first }: { userId: string; first: History }) {
  const { console: texts } = useTexts();
  const { company } = useCompany();
  const [older, setOlder] = useState<History>({ calls: [], next: first.next });
  const { action, run } = useAction();
  const more = () =>
    run(async () => {
      const page = await api.activity(company.id, historyQuery(userId, older.next));
      setOlder({ calls: [...older.calls, ...page.activity], next: page.next });
    });
  const calls = [...first.calls, ...older.calls];
  if (calls.length === 0) return <p class="hint">{texts.user.noHistory}</p>;
  return (
    <>
      <ol class="history">
        {calls.map((call) => (
          <Entry key={call.id} call={call} />
        ))}
      </ol>
      {action.state === 'failed' && <ActionError error={action.error} />}
      {older.next !== null && (
        <Button busy={action.state === 'working'} onClick={more}>
          {texts.user.more}
        </Button>
      )}
    </>
  );
}

function Entry({ call }: { call: CompanyCall }) {
  const texts = useTexts();
  const own = texts.console.user;
  return (
    <li data-kind={call.kind} data-failed={hasFailed(call)}>
      <p>
        <b>{titleOf(call, texts)}</b>, <Moment at={call.time} />
        {call.keyLast4 && `, ${own.key(call.keyLast4)}`}
      </p>
      {call.kind === 'update' && call.changed && <p class="hint">{own.changed(call.changed.join(', '))}</p>}
    </li>
  );
}

function titleOf(call: CompanyCall, { console: texts, assistant }: Texts): string {
  const events: Partial<Record<CompanyCall['kind'], string>> = texts.user.events;
  return (hasFailed(call) ? undefined : events[call.kind]) ?? activitySentence(call, assistant.activity);
}

function historyQuery(userId: string, before: number | null = null): URLSearchParams {
  return new URLSearchParams({
    user: userId,
    history: 'true',
    limit: PAGE_SIZE,
    ...(before !== null && { before: String(before) }),
  });
}
