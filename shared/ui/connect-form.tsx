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
        onConnect(link);
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
        aria-describedby="setup-link-hint"
        aria-invalid={failure !== null}
        onInput={(event) => setLink(event.currentTarget.value)}
      />
      <p id="setup-link-hint" class="sa-soft">
        {sidePanel.setupLinkHint}
      </p>
      {failure !== null && (
        <p class="sa-message" data-tone="bad" role="alert">
          {failure}
        </p>
      )}
      <button type="submit" class="sa-button" data-primary="" disabled={busy}>
        {busy ? sidePanel.connecting : sidePanel.connect}
      </button>
    </form>
  );
}
