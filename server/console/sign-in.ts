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
