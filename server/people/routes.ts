import Router from '@koa/router';
import type { Me, SignInList } from '../../shared/api/people.ts';
import { signOutSchema } from '../../shared/api/people.ts';
import type { Companies } from '../companies/companies.ts';
import { DomainError } from '../errors.ts';
import type { AppContext, AppMiddleware, AppState } from '../http/app-state.ts';
import {
  authenticatePerson,
  paramOf,
  refuseOtherSites,
  SIGN_IN_COOKIE,
  signInOf,
} from '../http/authenticate-person.ts';
import { mounted } from '../http/mounted.ts';
import { parseInput } from '../http/parse-input.ts';
import { html, type Html, PLAIN_STYLE, PLAIN_STYLE_PATH, plainPage } from '../http/plain-page.ts';
import { readBody } from '../http/read-body.ts';
import { alongSignIn, enterConsole, leaveConsole } from './enter.ts';
import type { People } from './people.ts';

type Deps = { people: People; companies: Companies; publicUrl: string };

/** Signing in by a one-time link, who is signed in and where, and signing out. */
export function createPeopleRoutes(deps: Deps): AppMiddleware {
  const { people, companies, publicUrl } = deps;
  const router = new Router<AppState>();

  router.get(PLAIN_STYLE_PATH, (ctx) => {
    ctx.set('Cache-Control', 'public, max-age=3600');
    ctx.type = 'text/css';
    ctx.body = PLAIN_STYLE;
  });
  router.get('/sign-in/:token', (ctx) => showPage(ctx, () => invitation(deps, paramOf(ctx, 'token'))));
  router.post('/sign-in/:token', (ctx) => showPage(ctx, () => signIn(deps, ctx)));

  router.get('/api/me', authenticatePerson(deps), async (ctx) => {
    const { person, until } = signInOf(ctx);
    const me: Me = {
      person: { id: person.id, email: person.email, role: person.role },
      company: person.companyId === null ? null : await companies.byId(person.companyId),
      scimBaseUrl: `${publicUrl}/scim/v2`,
      signedInUntil: until,
    };
    ctx.body = me;
  });

  router.post('/api/sign-out', authenticatePerson(deps), readBody(), async (ctx) => {
    const { everywhere = false } = parseInput(signOutSchema, ctx.request.body);
    if (everywhere) await people.signIns.endAll(signInOf(ctx).person.id);
    else await people.signIns.endByToken(ctx.cookies.get(SIGN_IN_COOKIE) ?? '');
    leaveConsole(ctx, publicUrl);
    ctx.status = 204;
  });

  router.get('/api/sign-ins', authenticatePerson(deps), async (ctx) => {
    const { id: current, person } = signInOf(ctx);
    const list: SignInList = {
      signIns: (await people.signIns.list(person.id)).map((signIn) => ({ ...signIn, current: signIn.id === current })),
    };
    ctx.body = list;
  });
  router.delete('/api/sign-ins/:signIn', authenticatePerson(deps), async (ctx) => {
    const { id: current, person } = signInOf(ctx);
    const id = paramOf(ctx, 'signIn');
    await people.signIns.end(person.id, id);
    if (id === current) leaveConsole(ctx, publicUrl);
    ctx.status = 204;
  });

  return mounted(router);
}

/** The page behind a link: one button, so that a preview of the link does not use it up. */
async function invitation({ people, companies }: Deps, token: string): Promise<string> {
  const { email, companyId } = await people.invited(token);
  const company = companyId === null ? null : await companies.byId(companyId);
  return plainPage(
    'Sign in',
    html`<h1>Sign in to JumpCloud setup for Dialpad</h1>
      <p>
        You are about to sign in as <strong>${email}</strong>${company ? `, admin of ${company.name}` : ' (support)'}.
      </p>
      <form method="post"><button type="submit">Sign in</button></form>
      <p>The link works once. The sign-in lasts 12 hours.</p>`,
  );
}

/** Signs in once, and goes on to the console. */
async function signIn(deps: Deps, ctx: AppContext): Promise<null> {
  refuseOtherSites(ctx, deps.publicUrl);
  const entered = await deps.people.signIn(paramOf(ctx, 'token'), ctx.get('User-Agent'), alongSignIn(ctx));
  enterConsole(ctx, deps.publicUrl, entered);
  return null;
}

/** Answers with the page, or with one that says why not: people open links in browsers, not programs. */
async function showPage(ctx: AppContext, page: () => Promise<string | null>): Promise<void> {
  ctx.set({ 'Cache-Control': 'no-store', 'X-Robots-Tag': 'noindex' });
  try {
    const body = await page();
    if (body !== null) sendPage(ctx, 200, body);
  } catch (error) {
    if (!(error instanceof DomainError) || error.status >= 500) throw error;
    sendPage(ctx, error.status, plainPage('Sign in', refusal(error.detail)));
  }
}

function refusal(detail: string): Html {
  return html`<h1>This link does not sign you in</h1>
    <p>${detail}</p>`;
}

function sendPage(ctx: AppContext, status: number, page: string): void {
  ctx.status = status;
  ctx.type = 'text/html; charset=utf-8';
  ctx.body = page;
}
