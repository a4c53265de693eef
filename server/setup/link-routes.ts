import Router from '@koa/router';
import { createSetupLinkSchema, type SetupLinkResource } from '../../shared/api/setup-links.ts';
import { durationMs } from '../../shared/duration.ts';
import { diagnosis } from '../../shared/setup/diagnosis.ts';
import { progress } from '../../shared/setup/progress.ts';
import type { Companies } from '../companies/companies.ts';
import type { AppMiddleware, AppState } from '../http/app-state.ts';
import { companyFor, endWithSignIn, paramOf, signInOf } from '../http/authenticate-person.ts';
import type { EventStreams } from '../http/event-streams.ts';
import { mounted } from '../http/mounted.ts';
import { parseInput } from '../http/parse-input.ts';
import { noteAudit } from '../http/record-audit.ts';
import { readBody } from '../http/read-body.ts';
import { sendSessionEvents } from './session-events.ts';
import { DEFAULT_LINK_LIFETIME_MS, type SetupSession } from './sessions.ts';
import type { Setup } from './setup.ts';

type Deps = {
  setup: Setup;
  companies: Companies;
  signedIn: AppMiddleware;
  streams: EventStreams;
  people: Parameters<typeof endWithSignIn>[2];
};

/** Setup links of a company, for the console: made, listed, followed, revoked. A link is shown once, when it is made. */
export function createSetupLinkRoutes({ setup, companies, signedIn, streams, people }: Deps): AppMiddleware {
  const { sessions, snapshots } = setup;
  const router = new Router<AppState>({ prefix: '/api/companies/:company/setup-links' });
  router.use(signedIn, readBody());

  router.get('/', async (ctx) => {
    const { id } = await companyFor(ctx, companies);
    ctx.body = { setupLinks: (await sessions.list(id)).map(present) };
  });
  router.post('/', async (ctx) => {
    const { id } = await companyFor(ctx, companies);
    const { target, expires } = parseInput(createSetupLinkSchema, ctx.request.body);
    const expiresInMs = durationMs(expires) ?? DEFAULT_LINK_LIFETIME_MS;
    const link = await sessions.createLink(id, { target, expiresInMs, createdBy: signInOf(ctx).person.email });
    noteAudit(ctx, { subject: link.id, detail: target });
    ctx.body = link;
    ctx.status = 201;
  });
  router.get('/:link', async (ctx) => {
    const { id } = await companyFor(ctx, companies);
    const session = await sessions.byId(id, paramOf(ctx, 'link'));
    const snapshot = await snapshots.of(session);
    ctx.body = {
      setupLink: present({ ...session, browsers: snapshot.browsers.length }),
      snapshot,
      progress: progress(snapshot),
      problem: diagnosis(snapshot),
    };
  });
  router.get('/:link/events', async (ctx) => {
    const { id } = await companyFor(ctx, companies);
    const session = await sessions.byId(id, paramOf(ctx, 'link'));
    const stream = streams.open(ctx);
    endWithSignIn(ctx, stream, people);
    sendSessionEvents(setup, { session, browserId: null }, stream);
  });
  router.delete('/:link', async (ctx) => {
    const { id } = await companyFor(ctx, companies);
    await sessions.revokeLink(id, paramOf(ctx, 'link'));
    ctx.status = 204;
  });

  return mounted(router);
}

function present(session: SetupSession & { browsers: number }): SetupLinkResource {
  const { id, target, createdAt, expiresAt, revokedAt, browsers } = session;
  return { id, target, createdAt, expiresAt, revokedAt, browsers };
}
