import type { ComponentChildren } from 'preact';
import type { ActionState } from '../hooks/use-action.ts';
import { ActionError } from './states.tsx';

type FormProps = { action: ActionState; onSubmit: () => void; children: ComponentChildren };

/** A form that is sent by the program, with the server's refusal above its buttons. */
export function Form({ action, onSubmit, children }: FormProps) {
  const submit = (event: Event) => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <form class="form card" onSubmit={submit} autocomplete="off">
      {action.state === 'failed' && <ActionError error={action.error} />}
      {children}
    </form>
  );
}
