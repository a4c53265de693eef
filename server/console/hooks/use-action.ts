import { useState } from 'preact/hooks';
import { ApiError } from '../api/client.ts';

/** Where a change that the person asked for stands. */
export type ActionState = { state: 'idle' } | { state: 'working' } | { state: 'failed'; error: ApiError };

/** What is wrong with one value of a change that was refused, to be said at its field; or null. */
export function issueOf(action: ActionState, path: string): string | null {
  const issues = action.state === 'failed' ? action.error.issues : [];
  return issues.find((issue) => issue.path === path)?.message ?? null;
}

/** Runs a change once at a time and keeps what went wrong with it, to be shown beside its button. */
export function useAction(): { action: ActionState; run: (work: () => Promise<void>) => void; clear: () => void } {
  const [action, setAction] = useState<ActionState>({ state: 'idle' });
  const run = (work: () => Promise<void>) => {
    if (action.state === 'working') return;
    setAction({ state: 'working' });
    work().then(
      () => setAction({ state: 'idle' }),
      (error: unknown) => setAction({ state: 'failed', error: ApiError.from(error) }),
    );
  };
  return { action, run, clear: () => setAction({ state: 'idle' }) };
}
