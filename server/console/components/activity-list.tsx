import { useState } from 'preact/hooks';
import type { CompanyCall } from '../../../shared/api/activity.ts';
import { hasFailed } from '../../../shared/setup/activity.ts';
import { activitySentence } from '../../../shared/texts/activity-sentence.ts';
import { useTexts } from '../texts.ts';
import { Badge } from './badge.tsx';
import { CallDetails } from './call-details.tsx';
import { Clock, Time } from './time.tsx';

/** Calls, each in one sentence, with what the protocol says of it in small print; each opens to its details. */
export function ActivityList({ calls }: { calls: CompanyCall[] }) {
  return (
    <ol class="activity">
      {calls.map((call) => (
        <Call key={call.id} call={call} />
      ))}
    </ol>
  );
}

function Call({ call }: { call: CompanyCall }) {
  const { console: texts, assistant } = useTexts();
  const own = texts.activity;
  const [open, setOpen] = useState(false);
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
          {call.keyLast4 && <span>{own.key(call.keyLast4)}</span>}
          <span>{own.milliseconds(call.durationMs)}</span>
        </p>
        <details onToggle={(event) => setOpen(event.currentTarget.open)}>
          <summary>{own.details}</summary>
          {open && <CallDetails call={call} />}
        </details>
      </div>
      <Badge tone={hasFailed(call) ? 'bad' : call.status < 400 ? 'good' : 'calm'}>{call.status}</Badge>
    </li>
  );
}
