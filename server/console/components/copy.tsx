import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { useTexts } from '../texts.ts';

type CopyState = 'idle' | 'copied' | 'by-hand';
const SAID_FOR_MS = 2_500;

type CopyValueProps = {
  label: string;
  value: string;
  /** Text of several lines. */
  long?: boolean;
};

/**
 * A value with its copy button. The tick comes only after the copy succeeded; where the browser refuses, the value is
 * selected and the admin presses the keys.
 */
export function CopyValue({ label, value, long = false }: CopyValueProps) {
  const { setupPage: texts } = useTexts();
  const id = useId();
  const field = useRef<HTMLElement>(null);
  const [state, setState] = useState<CopyState>('idle');
  useEffect(() => {
    if (state !== 'copied') return;
    const timer = setTimeout(() => setState('idle'), SAID_FOR_MS);
    return () => clearTimeout(timer);
  }, [state]);

  const copy = async () => {
    const copied = await copyText(value);
    if (!copied) select(field.current);
    setState(copied ? 'copied' : 'by-hand');
  };

  return (
    <div class="copy-value">
      <span class="copy-label" id={id}>
        {label}
      </span>
      <div class="copy-row">
        <code ref={field} class={long ? 'copy-text copy-long' : 'copy-text'} aria-labelledby={id} tabIndex={0}>
          {value}
        </code>
        <button
          type="button"
          class="button button-plain copy-button"
          aria-label={`${texts.copy} ${label}`}
          onClick={() => void copy()}
        >
          {state === 'copied' ? texts.copied : texts.copy}
        </button>
      </div>
      <p class="hint" role="status">
        {state === 'by-hand' && texts.copyByHand}
        {state === 'copied' && <span class="visually-hidden">{texts.copied}</span>}
      </p>
    </div>
  );
}

async function copyText(value: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(value);
    return true;
  } catch {
    return false;
  }
}

function select(element: HTMLElement | null): void {
  if (element) getSelection()?.selectAllChildren(element);
}
