import Router from '@koa/router';
import { createSetupLinkSchema } from '../../shared/api/setup-links.ts';
import { durationMs } from '../../shared/duration.ts';
import type { Companies } from '../companies/companies.ts';
import type { AppMiddleware, AppState } from '../http/app-state.ts';
import { adminOnly, companyFor, paramOf, signInOf } from '../http/authenticate-person.ts';
import { mounted } from '../http/mounted.ts';
import { parseInput } from '../http/parse-input.ts';
import { alongOf } from '../http/record-audit.ts';
import { readBody } from '../http/read-body.ts';
import { presentLink } from './present.ts';
import { DEFAULT_LINK_LIFETIME_MS } from './sessions.ts';
import type { Setup } from './setup.ts';

type Deps = { setup: Setup; companies: Companies; signedIn: AppMiddleware };

/** Setup links of a company, for the console: made, listed, revoked. A link is shown once, when it is made. */
export function createSetupLinkRoutes({ setup, companies, signedIn }: Deps): AppMiddleware {
  const { sessions } = setup;
  const router = new Router<AppState>({ prefix: '/api/companies/:company/setup-links' });
  router.use(signedIn, readBody());

  router.get('/', async (ctx) => {
    const { id } = await companyFor(ctx, companies);
    ctx.body = { setupLinks: (await sessions.list(id)).map(presentLink) };
  });
  router.post('/', async (ctx) => {
    const { id } = await companyFor(ctx, companies);
    // Whoever makes a link holds it, and with it could follow a session that nobody shares with them.
    adminOnly(ctx);
    const { target, flow, expires } = parseInput(createSetupLinkSchema, ctx.request.body);
    const expiresInMs = durationMs(expires) ?? DEFAULT_LINK_LIFETIME_MS;
    const wanted = { target, flow, expiresInMs, createdBy: signInOf(ctx).person.email };
    ctx.body = await sessions.createLink(id, wanted, (subject) => alongOf(ctx, { subject, detail: target }));
    ctx.status = 201;
  });
  router.delete('/:link/browsers/:browser', async (ctx) => {
    const { id } = await companyFor(ctx, companies);
    const session = await sessions.byId(id, paramOf(ctx, 'link'));
    await sessions.removeBrowser(session, paramOf(ctx, 'browser'), alongOf(ctx, { subject: session.id }));
    ctx.status = 204;
  });
  router.delete('/:link', async (ctx) => {
    const { id } = await companyFor(ctx, companies);
    await sessions.revokeLink(id, paramOf(ctx, 'link'), () => alongOf(ctx));
    ctx.status = 204;
  });

  return mounted(router);
}
