import type { AppContext, AppMiddleware } from './app-state.ts';

type Step = (ctx: AppContext, next: () => Promise<unknown>) => unknown;

/** Several middlewares as one: each may call the next, the last one calls what comes behind all of them. */
export function chain(...steps: AppMiddleware[]): AppMiddleware {
  return (ctx, next) => {
    const run = (steps as Step[]).reduceRight<() => Promise<unknown>>(
      (rest, step) => () => Promise.resolve(step(ctx, rest)),
      next,
    );
    return run();
  };
}
