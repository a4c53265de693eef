import type { ComponentChildren } from 'preact';
import type { Tone } from './badge.tsx';

type NoticeProps = { tone: Tone; title?: string; children: ComponentChildren };

/** Something to know before going on. */
export function Notice({ tone, title, children }: NoticeProps) {
  return (
    <div class={`notice notice-${tone}`} role={tone === 'bad' ? 'alert' : 'note'}>
      {title && <p class="notice-title">{title}</p>}
      <div>{children}</div>
    </div>
  );
}
