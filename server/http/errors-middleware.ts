import type { AppContext, AppMiddleware } from './app-state.ts';
import { asDomainError, type ErrorDialect, plainRefusal, renderError } from './render-error.ts';
import { scimPath } from './scim-path.ts';
import { scimTypeFor } from './send-scim.ts';
import type { DomainError } from '../errors.ts';

/** Told of every error that is a fault of ours, with its cause. */
export type OnFault = (error: unknown, requestId: string) => void;

/** Turns everything thrown, and every refusal without a body, into one of the two error bodies. */
export function renderErrors(onFault: OnFault): AppMiddleware {
  return async (ctx, next) => {
    // Below the SCIM base the path is a shorter one.
    const { path } = ctx;
    try {
      await next();
      if (ctx.status >= 400 && isEmpty(ctx.body)) answer(ctx, plainRefusal(ctx.status), dialectOf(ctx, path));
    } catch (error) {
      const refusal = asRefusal(error);
      if (isFault(refusal.status)) onFault(refusal.cause ?? error, ctx.state.requestId);
      answer(ctx, refusal, dialectOf(ctx, path));
    }
  };
}

/** Errors of Koa's own family say by `expose` whether their status is for the caller. */
export function asRefusal(error: unknown): DomainError {
  const byStatus = error instanceof Error && 'status' in error && 'expose' in error && error.expose === true;
  return byStatus && typeof error.status === 'number' ? plainRefusal(error.status) : asDomainError(error);
}

/** Whether a status tells of a fault of ours; that something is not offered is none. */
export function isFault(status: number): boolean {
  return status >= 500 && status !== 501;
}

/** SCIM clients are those under /scim, and those that bring a bearer token to a path that should have been there. */
function dialectOf(ctx: AppContext, path: string): ErrorDialect {
  if (scimPath(path) !== null) return 'scim';
  const programs = /^\/(api|metrics|setup|sign-in)(\/|$)/.test(path);
  return !programs && /^bearer /i.test(ctx.get('Authorization')) ? 'scim' : 'problem';
}

function answer(ctx: AppContext, error: DomainError, dialect: ErrorDialect): void {
  const rendered = renderError(error, dialect);
  ctx.status = rendered.status;
  ctx.set(rendered.headers);
  if (dialect === 'scim') ctx.set('Content-Type', scimTypeFor(ctx));
  ctx.body = rendered.body;
}

function isEmpty(body: unknown): boolean {
  return body === undefined || body === null;
}
