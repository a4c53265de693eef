import type { ComponentChildren } from 'preact';

/** What a state means for the reader, so that its colour can say it too. */
export type Tone = 'good' | 'bad' | 'warn' | 'calm';

/** A state in one or two words; the word says it, the colour repeats it. */
export function Badge({ tone, children }: { tone: Tone; children: ComponentChildren }) {
  return <span class={`badge badge-${tone}`}>{children}</span>;
}
