import { useEffect, useState } from 'preact/hooks';
import type { PanelAction, PanelView } from '../setup/panel.ts';

/** A confirm that appears under the pointer cannot be clicked by accident, nor by a page that lured the click there. */
const CONFIRM_DELAY_MS = 400;

const QUIET: PanelAction[] = ['back', 'skip', 'undo', 'cancel', 'copy', 'done', 'point', 'retry', 'perform-all'];

export type ActionsProps = {
  view: PanelView;
  /** What the link to the other console says, where there is one. */
  otherConsole: string | null;
  onAction: (action: PanelAction, event: MouseEvent) => void;
};

/** The panel's buttons, the advised one first and largest. */
export function Actions({ view, otherConsole, onAction }: ActionsProps) {
  const armed = useArmed(view.preview?.step ?? null);
  if (view.actions.length === 0 && !view.otherHost) return null;
  return (
    <div class="sa-actions">
      {view.actions.map(({ action, primary, label }) => (
        <button
          key={action}
          type="button"
          class="sa-button"
          data-action={action}
          data-primary={primary ? '' : undefined}
          data-quiet={!primary && QUIET.includes(action) ? '' : undefined}
          disabled={action === 'confirm' && !armed}
          onClick={(event) => onAction(action, event)}
        >
          {label}
        </button>
      ))}
      {view.otherHost && (
        <a class="sa-link" href={`https://${view.otherHost}/`} target="_blank" rel="noreferrer">
          {otherConsole}
        </a>
      )}
    </div>
  );
}

/** Becomes true a moment after a preview appeared, so that its confirm is a decision. */
function useArmed(preview: string | null): boolean {
  const [armedFor, setArmedFor] = useState<string | null>(null);
  useEffect(() => {
    setArmedFor(null);
    if (preview === null) return;
    const timer = setTimeout(() => setArmedFor(preview), CONFIRM_DELAY_MS);
    return () => clearTimeout(timer);
  }, [preview]);
  return preview !== null && armedFor === preview;
}
