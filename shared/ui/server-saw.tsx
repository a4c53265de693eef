import { isExpectedMiss, type Activity } from '../setup/activity.ts';
import { activitySentence } from '../texts/activity-sentence.ts';
import type { Texts } from '../texts/en.ts';
import { formatTime } from './format-time.ts';

const SHOWN = 8;

export type ServerSawProps = { activity: Activity[]; texts: Texts; locale: string };

/** The server's newest calls in plain words, newest first. */
export function ServerSaw({ activity, texts, locale }: ServerSawProps) {
  if (activity.length === 0) return <p class="sa-saw">{texts.panel.nothingSeen}</p>;
  return (
    <ul class="sa-saw sa-saw-list">
      {activity.slice(0, SHOWN).map((call) => (
        <li key={call.id} class="sa-saw-call" data-kind={call.kind}>
          <time class="sa-saw-time" dateTime={call.time}>
            {formatTime(call.time, locale)}
          </time>
          <span>{activitySentence(call, texts.activity)}</span>
          <span class="sa-saw-status" data-tone={tone(call)}>
            {call.status}
          </span>
        </li>
      ))}
    </ul>
  );
}

function tone(call: Activity): 'good' | 'bad' | 'neutral' {
  if (call.status < 400) return 'good';
  return isExpectedMiss(call) ? 'neutral' : 'bad';
}
