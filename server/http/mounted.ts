import type Router from '@koa/router';
import type { AppMiddleware, AppState } from './app-state.ts';
import { chain } from './chain.ts';

/** A router as one middleware that answers 405 for methods its paths do not take. */
export function mounted(router: Router<AppState>): AppMiddleware {
  // The router adds `params` to the context itself; its type asks for what it is about to add.
  const steps: unknown[] = [router.routes(), router.allowedMethods()];
  return chain(...(steps as AppMiddleware[]));
}
