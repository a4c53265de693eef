import type { SupportMessage } from '../setup/guidance.ts';
import type { SupportWords } from '../texts/panel-words.ts';
import { formatTime } from './format-time.ts';

export type SupportMessagesProps = {
  /** Oldest first. */
  messages: SupportMessage[];
  words: SupportWords;
  locale: string;
  /** Called with the very event, so that who receives it can tell a person's click from a page's. */
  onDismiss: (id: string, event: MouseEvent) => void;
};

/** What support says, plainly marked as theirs: text only, which does nothing but be read and dismissed. Needs guidance.css. */
export function SupportMessages({ messages, words, locale, onDismiss }: SupportMessagesProps) {
  if (messages.length === 0) return null;
  return (
    <div class="sa-support-messages" role="log" aria-label={words.from}>
      {messages.map(({ id, at, by, text, step }) => (
        <div key={id} class="sa-support" data-support-message={id}>
          <p class="sa-support-head">
            <strong>{words.from}</strong>
            <span>
              {by}, {formatTime(at, locale)}
            </span>
          </p>
          {text !== null && <p class="sa-support-text">{text}</p>}
          {step !== null && <p class="sa-support-step">{words.points[id]}</p>}
          <button
            type="button"
            class="sa-button"
            data-quiet=""
            data-support-dismiss={id}
            onClick={(event) => onDismiss(id, event)}
          >
            {words.dismiss}
          </button>
        </div>
      ))}
    </div>
  );
}
