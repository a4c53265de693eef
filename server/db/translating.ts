import { translateError } from './translate-error.ts';

type Store = Record<string, (...args: never[]) => Promise<unknown>>;

/** The same store, with every error that it lets out translated. */
export function translating<S extends Store>(store: S): S {
  const entries = Object.entries(store).map(([name, run]) => [name, (...args: never[]) => run(...args).catch(fail)]);
  return Object.fromEntries(entries) as S;
}

function fail(error: unknown): never {
  throw translateError(error);
}
