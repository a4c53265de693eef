import { isExpectedMiss, type Activity } from '../setup/activity.ts';
import type { CallWords } from '../texts/panel-words.ts';
import { formatTime } from './format-time.ts';

const SHOWN = 8;

export type ServerSawProps = { activity: Activity[]; words: CallWords; locale: string };

/** The server's newest calls in plain words, newest first. */
export function ServerSaw({ activity, words, locale }: ServerSawProps) {
  if (activity.length === 0) return <p class="sa-saw">{words.none}</p>;
  return (
    <ul class="sa-saw sa-saw-list">
      {activity.slice(0, SHOWN).map((call, index) => (
        <li key={call.id} class="sa-saw-call" data-kind={call.kind}>
          <time class="sa-saw-time" dateTime={call.time}>
            {formatTime(call.time, locale)}
          </time>
          <span>{words.sentences[index]}</span>
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
