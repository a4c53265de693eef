import type { AppMiddleware } from './app-state.ts';

const ONE_DAY_SECONDS = '86400';

/**
 * Lets a browser's extension, whose origin nobody knows beforehand, call what is behind it with a token of its own. No
 * credentials: a page that somebody is signed in from gains nothing by it.
 */
export function allowAnyOrigin(): AppMiddleware {
  return async (ctx, next) => {
    ctx.set('Access-Control-Allow-Origin', '*');
    ctx.set('Access-Control-Expose-Headers', 'Retry-After, X-Request-Id');
    if (ctx.method !== 'OPTIONS' || !ctx.get('Access-Control-Request-Method')) {
      await next();
      return;
    }
    ctx.set({
      'Access-Control-Allow-Methods': 'GET, POST, PUT, PATCH, DELETE',
      'Access-Control-Allow-Headers': 'Authorization, Content-Type, Last-Event-ID',
      'Access-Control-Max-Age': ONE_DAY_SECONDS,
    });
    ctx.status = 204;
  };
}
