import type Router from '@koa/router';
import type { AppContext, AppState } from '../http/app-state.ts';
import { paramOf } from '../http/authenticate-person.ts';
import { noteAudit } from '../http/record-audit.ts';
import type { SetupAccess } from './sessions.ts';
import type { Setup } from './setup.ts';

/** What the holder of a setup link may do with support: ask for the domain, share the session, dismiss their messages. */
export function addSupportRoutes(
  router: Router<AppState>,
  setup: Setup,
  accessOf: (ctx: AppContext) => Promise<SetupAccess>,
): void {
  router.post('/domain-request', async (ctx) => {
    const request = await setup.askForDomain((await accessOf(ctx)).session);
    noteAudit(ctx, { subject: request.domain });
    ctx.body = request;
    ctx.status = 201;
  });
  router.post('/sharing', async (ctx) => {
    const { session } = await accessOf(ctx);
    await setup.guidance.share(session, 'setup link');
    noteAudit(ctx, { subject: session.id });
    ctx.status = 204;
  });
  router.delete('/sharing', async (ctx) => {
    const { session } = await accessOf(ctx);
    await setup.guidance.unshare(session);
    noteAudit(ctx, { subject: session.id });
    ctx.status = 204;
  });
  router.delete('/messages/:message', async (ctx) => {
    await setup.guidance.dismiss((await accessOf(ctx)).session, paramOf(ctx, 'message'));
    ctx.status = 204;
  });
}
