import type Router from '@koa/router';
import { TEST_USER_DOMAIN } from '../../shared/setup/domains.ts';
import type { AppContext, AppState } from '../http/app-state.ts';
import { paramOf } from '../http/authenticate-person.ts';
import { alongOf } from '../http/record-audit.ts';
import type { SetupAccess } from './sessions.ts';
import type { Setup } from './setup.ts';

/** What the holder of a setup link may do with support: ask for the domain, share the session, dismiss their messages. */
export function addSupportRoutes(
  router: Router<AppState>,
  setup: Setup,
  accessOf: (ctx: AppContext) => Promise<SetupAccess>,
): void {
  router.post('/domain-request', async (ctx) => {
    const { session } = await accessOf(ctx);
    ctx.body = await setup.askForDomain(session, alongOf(ctx, { subject: TEST_USER_DOMAIN }));
    ctx.status = 201;
  });
  router.post('/sharing', async (ctx) => {
    const { session } = await accessOf(ctx);
    await setup.guidance.share(session, 'setup link', alongOf(ctx, { subject: session.id }));
    ctx.status = 204;
  });
  router.delete('/sharing', async (ctx) => {
    const { session } = await accessOf(ctx);
    await setup.guidance.unshare(session, alongOf(ctx, { subject: session.id }));
    ctx.status = 204;
  });
  router.delete('/messages/:message', async (ctx) => {
    await setup.guidance.dismiss((await accessOf(ctx)).session, paramOf(ctx, 'message'));
    ctx.status = 204;
  });
}
