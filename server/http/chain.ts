import type { AppContext, AppMiddleware } from './app-state.ts';

type Step = (ctx: AppContext, next: () => Promise<unknown>) => unknown;

/** Several middlewares as one: each may call the next, the last one calls what comes behind all of them. */
export function chain(...steps: AppMiddleware[]): AppMiddleware {
  // Put together once: what is made for every request is only what calls the next one.
  return (steps as Step[]).reduceRight(
    (rest, step) => (ctx, next) => step(ctx, () => Promise.resolve(rest(ctx, next))),
    (_ctx, next) => next(),
  );
}
