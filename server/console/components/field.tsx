import type { ComponentChildren, JSX } from 'preact';
import { useId } from 'preact/hooks';

type FieldProps = {
  label: string;
  hint?: string;
  error?: string | null;
  children: (ids: FieldIds) => ComponentChildren;
};
type FieldIds = { id: string; describedBy: string | undefined; invalid: boolean };

/** A labelled control with its hint and its error tied to it for screen readers. */
export function Field({ label, hint, error, children }: FieldProps) {
  const id = useId();
  const hintId = hint ? `${id}-hint` : undefined;
  const errorId = error ? `${id}-error` : undefined;
  const describedBy = [hintId, errorId].filter(Boolean).join(' ') || undefined;
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {children({ id, describedBy, invalid: Boolean(error) })}
      {hint && (
        <p id={hintId} class="hint">
          {hint}
        </p>
      )}
      {error && (
        <p id={errorId} class="field-error" role="alert">
          {error}
        </p>
      )}
    </div>
  );
}

type TextFieldProps = {
  label: string;
  hint?: string;
  error?: string | null;
  value: string;
  onValue: (value: string) => void;
  type?: 'text' | 'date' | 'search';
  required?: boolean;
  min?: string;
  placeholder?: string;
};

/** A field for one line of text or a date. Nothing that is typed here is kept by the browser. */
export function TextField({ label, hint, error, onValue, type = 'text', ...rest }: TextFieldProps) {
  return (
    <Field label={label} hint={hint} error={error}>
      {({ id, describedBy, invalid }) => (
        <input
          {...rest}
          {...typeOf(type)}
          id={id}
          class="input"
          autocomplete="off"
          spellcheck={false}
          aria-describedby={describedBy}
          aria-invalid={invalid}
          onInput={(event) => onValue(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}

/** The element's types tell apart what each kind of input may have, so that one of several kinds has to be spelt out. */
function typeOf(type: 'text' | 'date' | 'search'): JSX.IntrinsicElements['input'] {
  if (type === 'text') return { type: 'text' };
  return type === 'date' ? { type: 'date' } : { type: 'search' };
}

export type Choice<T extends string> = { value: T; label: string; hint?: string };
type ChoicesProps<T extends string> = {
  label: string;
  hint?: string;
  value: T;
  choices: Choice<T>[];
  onValue: (value: T) => void;
};

/** One of a few: radio buttons that look like what they are. */
export function Choices<T extends string>({ label, hint, value, choices, onValue }: ChoicesProps<T>) {
  const name = useId();
  return (
    <fieldset class="field choices">
      <legend>{label}</legend>
      <div class={choices.some((choice) => choice.hint) ? 'choice-list' : 'choice-row'}>
        {choices.map((choice) => (
          <label key={choice.value} class="choice">
            <input type="radio" name={name} checked={choice.value === value} onChange={() => onValue(choice.value)} />
            <span>
              <span class="choice-label">{choice.label}</span>
              {choice.hint && <span class="hint">{choice.hint}</span>}
            </span>
          </label>
        ))}
      </div>
      {hint && <p class="hint">{hint}</p>}
    </fieldset>
  );
}

type CheckProps = { label: ComponentChildren; checked: boolean; onValue: (checked: boolean) => void };

/** One checkbox with its label. */
export function Check({ label, checked, onValue }: CheckProps) {
  return (
    <label class="check">
      <input type="checkbox" checked={checked} onChange={(event) => onValue(event.currentTarget.checked)} />
      <span>{label}</span>
    </label>
  );
}
