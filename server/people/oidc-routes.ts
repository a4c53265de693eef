import Router from '@koa/router';
import type { SignInOptions } from '../../shared/api/people.ts';
import { DomainError } from '../errors.ts';
import type { AppContext, AppMiddleware, AppState } from '../http/app-state.ts';
import { mounted } from '../http/mounted.ts';
import { html, plainPage } from '../http/plain-page.ts';
import { alongSignIn, enterConsole, setCookie } from './enter.ts';
import type { Oidc, OidcAttempt } from './oidc.ts';
import type { People } from './people.ts';

type Deps = { people: People; publicUrl: string; oidc: Oidc | null };

const PATH = '/sign-in/oidc';
const ATTEMPT_COOKIE = 'oidc_sign_in';
const ATTEMPT_LIFETIME_MS = 600_000;

/** Signing in with a company account, where the operator named a provider. To be mounted before the links' own routes. */
export function createOidcRoutes({ people, publicUrl, oidc }: Deps): AppMiddleware {
  const router = new Router<AppState>();

  router.get('/api/sign-in-options', (ctx) => {
    const options: SignInOptions = { oidc: oidc !== null };
    ctx.body = options;
  });
  if (!oidc) return mounted(router);

  const keep = (ctx: AppContext, value: string, lifetimeMs: number) =>
    setCookie(ctx, publicUrl, { name: ATTEMPT_COOKIE, value, path: PATH, lifetimeMs });

  router.get(PATH, (ctx) =>
    orPage(ctx, async () => {
      const { url, attempt } = await oidc.begin();
      keep(ctx, [attempt.state, attempt.nonce, attempt.codeVerifier].join('.'), ATTEMPT_LIFETIME_MS);
      ctx.status = 303;
      ctx.redirect(url);
    }),
  );
  router.get(`${PATH}/callback`, (ctx) =>
    orPage(ctx, async () => {
      const attempt = readAttempt(ctx.cookies.get(ATTEMPT_COOKIE));
      // An attempt counts once, however it ends.
      keep(ctx, '', 0);
      const email = await oidc.finish(ctx.querystring, attempt);
      enterConsole(ctx, publicUrl, await people.signInByEmail(email, ctx.get('User-Agent'), alongSignIn(ctx)));
    }),
  );
  return mounted(router);
}

function readAttempt(cookie: string | undefined): OidcAttempt | null {
  const [state, nonce, codeVerifier] = cookie?.split('.') ?? [];
  return state && nonce && codeVerifier ? { state, nonce, codeVerifier } : null;
}

/** People come here with a browser: a refusal is a page that says what to do. */
async function orPage(ctx: AppContext, work: () => Promise<void>): Promise<void> {
  ctx.set({ 'Cache-Control': 'no-store', 'X-Robots-Tag': 'noindex' });
  try {
    await work();
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    ctx.status = error.status;
    ctx.type = 'text/html; charset=utf-8';
    ctx.body = plainPage(
      'Sign in',
      html`<h1>You are not signed in</h1>
        <p>${error.detail}</p>
        <p><a href="/">Back to sign-in</a></p>`,
    );
  }
}
