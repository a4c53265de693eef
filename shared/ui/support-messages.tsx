import type { SupportMessage } from '../setup/guidance.ts';
import type { Texts } from '../texts/en.ts';
import { stepText } from '../texts/wording.ts';
import { formatTime } from './format-time.ts';

export type SupportMessagesProps = {
  /** Oldest first. */
  messages: SupportMessage[];
  session: Parameters<typeof stepText>[1];
  texts: Texts;
  locale: string;
  /** Called with the very event, so that who receives it can tell a person's click from a page's. */
  onDismiss: (id: string, event: MouseEvent) => void;
};

/** What support says, plainly marked as theirs: text only, which does nothing but be read and dismissed. Needs guidance.css. */
export function SupportMessages({ messages, session, texts, locale, onDismiss }: SupportMessagesProps) {
  const own = texts.support;
  if (messages.length === 0) return null;
  return (
    <div class="sa-support-messages" role="log" aria-label={own.from}>
      {messages.map(({ id, at, by, text, step }) => (
        <div key={id} class="sa-support" data-support-message={id}>
          <p class="sa-support-head">
            <strong>{own.from}</strong>
            <span>
              {by}, {formatTime(at, locale)}
            </span>
          </p>
          {text !== null && <p class="sa-support-text">{text}</p>}
          {step !== null && <p class="sa-support-step">{own.points(stepText(step, session, texts).title)}</p>}
          <button
            type="button"
            class="sa-button"
            data-quiet=""
            data-support-dismiss={id}
            onClick={(event) => onDismiss(id, event)}
          >
            {own.dismiss}
          </button>
        </div>
      ))}
    </div>
  );
}
