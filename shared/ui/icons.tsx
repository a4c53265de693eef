import type { StepState } from '../setup/progress.ts';

/** The product's mark: two links of a chain. Decorative; the name is written beside it. */
export function Mark() {
  return (
    <svg class="sa-mark" viewBox="0 0 28 28" aria-hidden="true" focusable="false">
      <rect width="28" height="28" rx="8" fill="var(--sa-accent)" />
      <g fill="none" stroke="var(--sa-on-accent)" stroke-width="2.4" stroke-linecap="round">
        <path d="M12.6 17.8l-1.3 1.3a3.6 3.6 0 0 1-5.1-5.1l2.6-2.6a3.6 3.6 0 0 1 5.1 0" />
        <path d="M15.4 10.2l1.3-1.3a3.6 3.6 0 0 1 5.1 5.1l-2.6 2.6a3.6 3.6 0 0 1-5.1 0" />
      </g>
    </svg>
  );
}

/** How a step stands, as a picture; the words are beside it for those who cannot see it. */
export function StateIcon({ state, current }: { state: StepState; current: boolean }) {
  return (
    <svg class="sa-check-icon" viewBox="0 0 18 18" aria-hidden="true" focusable="false">
      {picture(state, current)}
    </svg>
  );
}

function picture(state: StepState, current: boolean) {
  if (state === 'done') {
    return (
      <>
        <circle cx="9" cy="9" r="8" fill="var(--sa-good)" />
        <path d="M5.2 9.3l2.5 2.5 5-5.4" fill="none" stroke="var(--sa-surface)" stroke-width="1.8" />
      </>
    );
  }
  if (state === 'open' && current) {
    return (
      <>
        <circle cx="9" cy="9" r="7" fill="none" stroke="var(--sa-accent)" stroke-width="2" />
        <circle cx="9" cy="9" r="3.4" fill="var(--sa-accent)" />
      </>
    );
  }
  if (state === 'open')
    return <circle cx="9" cy="9" r="7" fill="none" stroke="var(--sa-line-strong)" stroke-width="1.5" />;
  return (
    <>
      <circle cx="9" cy="9" r="8" fill="var(--sa-surface-sunk)" />
      <path d="M5.5 9h7" stroke="var(--sa-text-soft)" stroke-width="1.8" />
    </>
  );
}

export function Chevron({ up }: { up: boolean }) {
  return (
    <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path
        d={up ? 'M3.5 10.2L8 5.8l4.5 4.4' : 'M3.5 5.8L8 10.2l4.5-4.4'}
        fill="none"
        stroke="currentColor"
        stroke-width="1.8"
        stroke-linecap="round"
      />
    </svg>
  );
}
