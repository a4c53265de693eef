import type { Guidance } from '../setup/guidance.ts';
import type { Texts } from '../texts/en.ts';

export type SharingProps = {
  /** Null while the session is not shared. */
  guidance: Guidance | null;
  texts: Texts;
  onShare: (event: MouseEvent) => void;
  onEnd: (event: MouseEvent) => void;
};

/** Sharing a setup session with support by one click, who of them looks on, and ending it by one. Needs guidance.css. */
export function Sharing({ guidance, texts, onShare, onEnd }: SharingProps) {
  const own = texts.support;
  if (!guidance) {
    return (
      <div class="sa-sharing" data-sharing="none">
        <p>{own.shareHint}</p>
        <button type="button" class="sa-button" data-sharing-action="share" onClick={onShare}>
          {own.share}
        </button>
      </div>
    );
  }
  return (
    <div class="sa-sharing" data-sharing="shared">
      <p role="status">
        <strong>{own.shared}</strong>{' '}
        {guidance.watching.length > 0 ? own.watching(guidance.watching.join(', ')) : own.nobody}
      </p>
      <button type="button" class="sa-button" data-sharing-action="end" onClick={onEnd}>
        {own.end}
      </button>
    </div>
  );
}
