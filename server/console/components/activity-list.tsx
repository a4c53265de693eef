import type { Activity } from '../../../shared/setup/activity.ts';
import { activitySentence } from '../../../shared/texts/activity-sentence.ts';
import { failed } from '../activity-filter.ts';
import { useTexts } from '../texts.ts';
import { Badge } from './badge.tsx';
import { Clock, Time } from './time.tsx';

/** Calls, each in one sentence, with what the protocol says of it in small print. */
export function ActivityList({ calls }: { calls: Activity[] }) {
  return (
    <ol class="activity">
      {calls.map((call) => (
        <Call key={call.id} call={call} />
      ))}
    </ol>
  );
}

function Call({ call }: { call: Activity }) {
  const { console: texts, assistant } = useTexts();
  return (
    <li class="call" data-kind={call.kind} data-status={call.status}>
      <div class="call-when">
        <Clock at={call.time} />
        <span class="hint">
          <Time at={call.time} />
        </span>
      </div>
      <div class="call-what">
        <p>{activitySentence(call, assistant.activity)}</p>
        <p class="call-wire">
          <code>
            {call.method} {call.route}
          </code>
          {call.scimType && <span>{call.scimType}</span>}
          {call.keyLast4 && <span>{texts.activity.key(call.keyLast4)}</span>}
          <span>{texts.activity.milliseconds(call.durationMs)}</span>
        </p>
      </div>
      <Badge tone={failed(call) ? 'bad' : call.status < 400 ? 'good' : 'calm'}>{call.status}</Badge>
    </li>
  );
}
