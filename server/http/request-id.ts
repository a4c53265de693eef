import { randomUUID } from 'node:crypto';
import type { AppMiddleware } from './app-state.ts';

/** Names each request, in the answer's `X-Request-Id` too, so that a person can quote what the log calls it. */
export function requestId(): AppMiddleware {
  return (ctx, next) => {
    ctx.state.requestId = randomUUID();
    ctx.set('X-Request-Id', ctx.state.requestId);
    return next();
  };
}
