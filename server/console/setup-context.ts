import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Progress } from '../../shared/setup/progress.ts';
import type { SetupSnapshot } from '../../shared/setup/snapshot.ts';
import type { Report } from './hooks/use-setup-session.ts';

/** What the parts of the page behind a setup link share. */
export type SetupHandle = { token: string; snapshot: SetupSnapshot; progress: Progress; report: Report };

export const SetupContext = createContext<SetupHandle | null>(null);

/**
 * The set-up that is open.
 * @throws Error outside the page behind a setup link, which is a fault of the program.
 */
export function useSetup(): SetupHandle {
  const handle = useContext(SetupContext);
  if (!handle) throw new Error('useSetup needs an open setup session.');
  return handle;
}
