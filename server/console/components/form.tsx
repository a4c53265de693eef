import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { ActionState } from '../hooks/use-action.ts';
import { ActionError } from './states.tsx';

type FormProps = {
  action: ActionState;
  /** Names of the values whose fields say themselves what is wrong with them. */
  fields?: string[];
  onSubmit: () => void;
  children: ComponentChildren;
};

/** A form that is sent by the program, with the server's refusal above its buttons or at the fields that it speaks of. */
export function Form({ action, fields = [], onSubmit, children }: FormProps) {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (action.state === 'failed') form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  }, [action]);
  const submit = (event: Event) => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <form ref={form} class="form card" onSubmit={submit} autocomplete="off">
      {action.state === 'failed' && !isSaidAt(fields, action.error.issues) && <ActionError error={action.error} />}
      {children}
    </form>
  );
}

function isSaidAt(fields: string[], issues: { path: string }[]): boolean {
  return issues.length > 0 && issues.every(({ path }) => fields.includes(path));
}
