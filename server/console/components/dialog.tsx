import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { useAction } from '../hooks/use-action.ts';
import { useTexts } from '../texts.ts';
import { Button } from './button.tsx';
import { ActionError } from './states.tsx';

type DialogProps = { title: string; onClose: () => void; children: ComponentChildren };

/** A modal dialog. The browser's own element keeps the focus inside and gives it back. */
export function Dialog({ title, onClose, children }: DialogProps) {
  const element = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    element.current?.showModal();
  }, []);
  return (
    <dialog ref={element} class="dialog" aria-labelledby={titleId} onClose={onClose}>
      <h2 id={titleId}>{title}</h2>
      {children}
    </dialog>
  );
}

type ConfirmProps = {
  title: string;
  text: string;
  confirm: string;
  onConfirm: () => Promise<void>;
  onClose: () => void;
};

/** Asks before something that cannot be undone; the harmless button comes first and has the focus. */
export function ConfirmDialog({ title, text, confirm, onConfirm, onClose }: ConfirmProps) {
  const { console: texts } = useTexts();
  const { action, run } = useAction();
  const doIt = () =>
    run(async () => {
      await onConfirm();
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
