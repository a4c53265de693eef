import helmet from 'koa-helmet';
import type { AppMiddleware } from './app-state.ts';

const SELF = ["'self'"];
const NONE = ["'none'"];

/** @param secure whether browsers reach this server by https. */
export function securityHeaders(secure: boolean): AppMiddleware {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: SELF,
        scriptSrc: SELF,
        styleSrc: SELF,
        imgSrc: [...SELF, 'data:'],
        connectSrc: SELF,
        objectSrc: NONE,
        baseUri: NONE,
        formAction: SELF,
        frameAncestors: NONE,
      },
    },
    frameguard: { action: 'deny' },
    // Not no-referrer: with it, browsers send `Origin: null` with a form, and its origin could not be checked.
    referrerPolicy: { policy: 'same-origin' },
    hsts: secure ? { maxAge: 31_536_000, includeSubDomains: false } : false,
  });
}
