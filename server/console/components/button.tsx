import type { ComponentChildren } from 'preact';
import { useTexts } from '../texts.ts';

type ButtonProps = {
  kind?: 'primary' | 'plain' | 'quiet' | 'danger';
  type?: 'button' | 'submit';
  /** What the button started is still under way. */
  busy?: boolean;
  /** Accessible name, when the text alone does not say what the button is for. */
  name?: string;
  onClick?: () => void;
  children: ComponentChildren;
};

/** A button. While busy it keeps its place and the focus, and does nothing. */
export function Button({ kind = 'plain', type = 'button', busy = false, name, onClick, children }: ButtonProps) {
  const { common } = useTexts();
  return (
    <button
      type={type}
      class={`button button-${kind}`}
      aria-label={name}
      aria-disabled={busy}
      onClick={busy ? (event) => event.preventDefault() : onClick}
    >
      {busy ? common.working : children}
    </button>
  );
}
