import { isStorable } from '../../shared/storable.ts';
import type { Companies, Company } from '../companies/companies.ts';
import { DomainError, notFound } from '../errors.ts';
import type { People, SignIn } from '../people/people.ts';
import type { AppContext, AppMiddleware } from './app-state.ts';
import type { EventStream } from './event-streams.ts';
import { plainRefusal } from './render-error.ts';

/** The cookie that holds the token of a sign-in. */
export const SIGN_IN_COOKIE = 'sign_in';

const SIGN_IN_CHECK_MS = 5_000;
const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Lets in who is signed in to the console, and says who that is in `ctx.state.signIn`.
 * @throws DomainError 401 without a sign-in; 403 for a change that another site asked for.
 */
export function authenticatePerson({ people, publicUrl }: { people: People; publicUrl: string }): AppMiddleware {
  return async (ctx, next) => {
    ctx.set('Cache-Control', 'no-store');
    const token = ctx.cookies.get(SIGN_IN_COOKIE);
    const signIn = token ? await people.signIns.find(token) : null;
    if (!signIn) {
      throw new DomainError(401, 'You are not signed in, or your sign-in has ended. Open a sign-in link.', {
        code: 'not-signed-in',
      });
    }
    refuseOtherSites(ctx, publicUrl);
    ctx.state.signIn = signIn;
    await next();
  };
}

/**
 * Browsers say where a request comes from; who says nothing is no browser and has no cookie that others could use.
 * @throws DomainError 403 for a change that another site asked for.
 */
export function refuseOtherSites(ctx: AppContext, publicUrl: string): void {
  if (SAFE_METHODS.has(ctx.method)) return;
  const site = ctx.get('Sec-Fetch-Site');
  const origin = ctx.get('Origin');
  const ours = site ? site === 'same-origin' || site === 'none' : !origin || isOurs(origin, ctx, publicUrl);
  if (ours) return;
  throw new DomainError(403, 'Another site asked for this change, so it was refused. Do it in the console itself.', {
    code: 'cross-site',
  });
}

/** Who is signed in, behind `authenticatePerson`. */
export function signInOf(ctx: AppContext): SignIn {
  if (!ctx.state.signIn) throw new Error('This route is not behind a sign-in.');
  return ctx.state.signIn;
}

/** @throws DomainError 403 for anybody but support. */
export function supportOnly(ctx: AppContext): void {
  if (signInOf(ctx).person.role === 'support') return;
  throw new DomainError(403, 'Only Dialpad Support can do this. Ask them, and name your company.', {
    code: 'support-only',
  });
}

/** @throws DomainError 403 for anybody but an admin: what only the customer themselves may agree to. */
export function adminOnly(ctx: AppContext): void {
  if (signInOf(ctx).person.role === 'admin') return;
  throw new DomainError(403, 'Only an admin of the company can do this. Ask them.', { code: 'admin-only' });
}

/**
 * The company of a path, for who is signed in: an admin has the one, support has all.
 * @throws DomainError 404 for a company that is another's, as if there were none.
 */
export async function companyFor(ctx: AppContext, companies: Companies): Promise<Company> {
  const { person } = signInOf(ctx);
  const id = paramOf(ctx, 'company');
  const company = person.role === 'support' || person.companyId === id ? await companies.byId(id) : null;
  if (!company) throw notFound('Company');
  return company;
}

/** Ends a stream once its reader is no longer signed in: it was checked when the stream began, and streams are long. */
export function endWithSignIn(ctx: AppContext, stream: EventStream, people: Pick<People, 'signIns'>): void {
  const token = ctx.cookies.get(SIGN_IN_COOKIE) ?? '';
  const check = setInterval(() => {
    // While the store is away nobody can tell; the next round looks again.
    void people.signIns.find(token).then(
      (signIn) => signIn ?? stream.end(),
      () => undefined,
    );
  }, SIGN_IN_CHECK_MS);
  check.unref();
  stream.onEnd(() => clearInterval(check));
}

/**
 * A parameter of the path.
 * @throws DomainError 404 for one that nothing can be named by.
 */
export function paramOf(ctx: AppContext, name: string): string {
  const { params } = ctx as AppContext & { params?: Record<string, string> };
  const value = params?.[name];
  if (value === undefined) throw new Error(`The route has no parameter ${name}.`);
  if (!isStorable(value)) throw plainRefusal(404);
  return value;
}

function isOurs(origin: string, ctx: AppContext, publicUrl: string): boolean {
  return origin === new URL(publicUrl).origin || URL.parse(origin)?.host === ctx.get('Host');
}
