import { useState } from 'preact/hooks';
import type { Texts } from '../texts/en.ts';
import type { Remark } from './panel.tsx';

export type KeyFormProps = {
  texts: Texts;
  remark: Remark | null;
  onUse: (key: string) => void;
};

/** The field for a key that was created by hand. It stands in the assistant's own page only, never in a host page. */
export function KeyForm({ texts, remark, onUse }: KeyFormProps) {
  const [key, setKey] = useState('');
  const { sidePanel } = texts;
  return (
    <form
      class="sa-field"
      onSubmit={(event) => {
        event.preventDefault();
        onUse(key);
        setKey('');
      }}
    >
      <label for="api-key">{sidePanel.apiKey}</label>
      <input
        id="api-key"
        type="password"
        autocomplete="off"
        spellcheck={false}
        value={key}
        aria-describedby="api-key-hint"
        onInput={(event) => setKey(event.currentTarget.value)}
      />
      <p id="api-key-hint" class="sa-soft">
        {sidePanel.apiKeyHint}
      </p>
      {remark && (
        <p class="sa-message" data-tone={remark.tone} role="status">
          {remark.text}
        </p>
      )}
      <button type="submit" class="sa-button">
        {sidePanel.useKey}
      </button>
    </form>
  );
}
