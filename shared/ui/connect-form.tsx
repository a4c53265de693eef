import { useState } from 'preact/hooks';
import type { Texts } from '../texts/en.ts';

export type ConnectFormProps = {
  texts: Texts;
  busy: boolean;
  /** Why the last link did not work, or null. */
  failure: string | null;
  onConnect: (link: string) => void;
};

/** The field for the setup link, and the button that opens its session. */
export function ConnectForm({ texts, busy, failure, onConnect }: ConnectFormProps) {
  const [link, setLink] = useState('');
  const { sidePanel } = texts;
  return (
    <form
      class="sa-field"
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) onConnect(link);
      }}
    >
      <label for="setup-link">{sidePanel.setupLink}</label>
      <input
        id="setup-link"
        type="url"
        inputMode="url"
        autocomplete="off"
        spellcheck={false}
        value={link}
        aria-describedby={failure === null ? 'setup-link-hint' : 'setup-link-hint setup-link-failure'}
        aria-invalid={failure !== null}
        onInput={(event) => setLink(event.currentTarget.value)}
      />
      <p id="setup-link-hint" class="sa-soft">
        {sidePanel.setupLinkHint}
      </p>
      {failure !== null && (
        <p id="setup-link-failure" class="sa-message" data-tone="bad" role="alert">
          {failure}
        </p>
      )}
      {/* One that is disabled would lose the keyboard. */}
      <button type="submit" class="sa-button" data-primary="" aria-disabled={busy}>
        {busy ? sidePanel.connecting : sidePanel.connect}
      </button>
    </form>
  );
}
