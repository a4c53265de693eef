import type { AppContext } from '../http/app-state.ts';
import { SIGN_IN_COOKIE } from '../http/authenticate-person.ts';
import { alongOf } from '../http/record-audit.ts';
import type { Entered, Person } from './people.ts';

/** What the audit log of an admin's company keeps of their sign-in. */
export function alongSignIn(ctx: AppContext) {
  return ({ email, role, companyId }: Person) =>
    companyId === null
      ? []
      : alongOf(ctx, { action: 'signed-in', companyId, actor: { by: email, role }, subject: null });
}

/** Gives the browser its sign-in, and goes on to the console. */
export function enterConsole(ctx: AppContext, publicUrl: string, { token, lifetimeMs }: Entered): void {
  setCookie(ctx, publicUrl, { name: SIGN_IN_COOKIE, value: token, path: '/', lifetimeMs });
  ctx.status = 303;
  ctx.redirect('/');
}

/** Takes the browser's sign-in away. */
export function leaveConsole(ctx: AppContext, publicUrl: string): void {
  setCookie(ctx, publicUrl, { name: SIGN_IN_COOKIE, value: '', path: '/', lifetimeMs: 0 });
}

type Cookie = { name: string; value: string; path: string; lifetimeMs: number };

/** A cookie that scripts and other sites do not get. */
export function setCookie(ctx: AppContext, publicUrl: string, { name, value, path, lifetimeMs }: Cookie): void {
  const secure = publicUrl.startsWith('https:');
  // Behind a proxy that ends TLS, Koa itself would not know that the browser is on https.
  ctx.cookies.secure = secure;
  ctx.cookies.set(name, value, { httpOnly: true, sameSite: 'lax', secure, path, maxAge: lifetimeMs, overwrite: true });
}
