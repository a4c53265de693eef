import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Me } from '../../shared/api/people.ts';

/** Who is signed in; only pages inside the shell use it. */
export const SignInContext = createContext<Me | null>(null);

/**
 * The signed-in person.
 * @throws Error outside the shell, which is a fault of the program.
 */
export function useSignIn(): Me {
  const me = useContext(SignInContext);
  if (!me) throw new Error('useSignIn needs somebody who is signed in.');
  return me;
}

/** Whether who is signed in is of Dialpad Support, who makes nothing by which one could act as a company. */
export function useIsSupport(): boolean {
  return useSignIn().person.role === 'support';
}
