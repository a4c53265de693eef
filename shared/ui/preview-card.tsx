import type { Preview } from '../setup/panel.ts';

export type PreviewCardProps = { preview: Preview; title: string };

/** Exactly what is about to happen, before the admin agrees to it. */
export function PreviewCard({ preview, title }: PreviewCardProps) {
  return (
    <div class="sa-preview" data-preview={preview.step}>
      <h3>{title}</h3>
      <dl>
        {preview.lines.map((line) => (
          <div key={line.label} class="sa-preview-line">
            <dt>{line.label}</dt>
            <dd>{line.value}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
