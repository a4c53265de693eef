import type Router from '@koa/router';
import type { AppMiddleware, AppState } from './app-state.ts';
import { chain } from './chain.ts';

/** Routers, one behind the other, as one middleware that answers 405 for methods their paths do not take. */
export function mounted(first: Router<AppState>, ...others: readonly Router<AppState>[]): AppMiddleware {
  // A router adds `params` to the context itself; its type asks for what it is about to add. Which paths there are, it notes
  // there, too, so that one of them tells of all.
  const steps: unknown[] = [...[first, ...others].map((router) => router.routes()), first.allowedMethods()];
  return chain(...(steps as AppMiddleware[]));
}
