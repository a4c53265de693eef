import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { useAction } from '../hooks/use-action.ts';
import { useTexts } from '../texts.ts';
import { useAnnounce } from './announcer.tsx';
import { Button } from './button.tsx';
import { ActionError } from './states.tsx';

type DialogProps = { title: string; onClose: () => void; children: ComponentChildren };

/** A modal dialog. The browser's own element keeps the focus inside, and gives it back when it closes. */
export function Dialog({ title, onClose, children }: DialogProps) {
  const element = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useLayoutEffect(() => {
    const dialog = element.current;
    dialog?.showModal();
    dialog?.querySelector<HTMLElement>(CHOSEN_INSTEAD)?.focus();
    // One that is only taken away gives nothing back; a passive effect would be too late to close it.
    return () => dialog?.close();
  }, []);
  return (
    <dialog
      ref={element}
      class="dialog"
      aria-labelledby={titleId}
      // It is told even of being taken away, when whoever opened it may have another one open.
      onClose={(event) => event.currentTarget.isConnected && onClose()}
    >
      <h2 id={titleId}>{title}</h2>
      {children}
    </dialog>
  );
}

/** The first control has the focus, which of several choices need not be the one that is chosen. */
const CHOSEN_INSTEAD = 'fieldset:has(input[type=radio]:focus) input[type=radio]:checked';

type ConfirmProps = {
  title: string;
  text: string;
  confirm: string;
  /** Said once it is done. */
  done: string;
  onConfirm: () => Promise<void>;
  onClose: () => void;
};

/** Asks before something that cannot be undone; the harmless button comes first and has the focus. */
export function ConfirmDialog({ title, text, confirm, done, onConfirm, onClose }: ConfirmProps) {
  const { console: texts } = useTexts();
  const announce = useAnnounce();
  const { action, run } = useAction();
  const doIt = () =>
    run(async () => {
      await onConfirm();
      announce(done);
      onClose();
    });
  return (
    <Dialog title={title} onClose={onClose}>
      <p>{text}</p>
      {action.state === 'failed' && <ActionError error={action.error} />}
      <div class="dialog-actions">
        <Button onClick={onClose}>{texts.cancel}</Button>
        <Button kind="danger" busy={action.state === 'working'} onClick={doIt}>
          {confirm}
        </Button>
      </div>
    </Dialog>
  );
}
