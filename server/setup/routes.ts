import Router from '@koa/router';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { connectSchema, createSessionKeySchema, reportEvidenceSchema } from '../../shared/api/setup.ts';
import { SESSION_EXPIRED } from '../../shared/api/common.ts';
import { DomainError } from '../errors.ts';
import type { AppContext, AppMiddleware, AppState } from '../http/app-state.ts';
import { paramOf } from '../http/authenticate-person.ts';
import { bearerToken } from '../http/sent-key.ts';
import { chain } from '../http/chain.ts';
import { allowAnyOrigin } from '../http/cors.ts';
import type { EventStreams } from '../http/event-streams.ts';
import { mounted } from '../http/mounted.ts';
import { parseInput } from '../http/parse-input.ts';
import { alongOf, noteAudit } from '../http/record-audit.ts';
import { readBody } from '../http/read-body.ts';
import { sendSessionEvents } from './session-events.ts';
import type { SetupAccess } from './sessions.ts';
import { addSupportRoutes } from './holder-routes.ts';
import type { Setup } from './setup.ts';

type Deps = {
  setup: Setup;
  streams: EventStreams;
  /** Where a request comes from, for the limit of failed attempts to connect. */
  addressOf: (ctx: AppContext) => string;
};

const FAILED_CONNECTS = { points: 30, duration: 60 };
const PATH = /^\/api\/setup(\/|$)/;

/**
 * What the holder of a setup link may do without signing in: see the session, report evidence, ask for a test address,
 * ask support to allow the test user's domain, share the session with support, and in a self-hosted session create its one key. Open to any origin, since the token says it all.
 */
export function createSetupRoutes(deps: Deps): AppMiddleware {
  const { setup, streams } = deps;
  const router = new Router<AppState>({ prefix: '/api/setup' });
  router.post('/connect', readBody(), connect(deps));

  router.get('/session', async (ctx) => {
    ctx.body = await setup.snapshots.of((await accessOf(ctx)).session);
  });
  router.get('/events', async (ctx) => {
    sendSessionEvents(setup, await accessOf(ctx), streams.open(ctx));
  });
  router.post('/evidence', async (ctx) => {
    const { session } = await accessOf(ctx);
    await setup.evidence.report(session, parseInput(reportEvidenceSchema, await bodyOf(ctx)).evidence);
    ctx.status = 204;
  });
  router.post('/test-address', async (ctx) => {
    ctx.body = { address: await setup.issueTestAddress((await accessOf(ctx)).session) };
  });
  router.post('/key', async (ctx) => {
    const { session } = await accessOf(ctx);
    const { name } = parseInput(createSessionKeySchema, await bodyOf(ctx));
    const key = await setup.keys.issue(session, name, alongOf(ctx, { subject: name }));
    ctx.status = 201;
    ctx.body = { key: key.reveal() };
  });
  addSupportRoutes(router, setup, accessOf);
  router.delete('/browsers/:browser', async (ctx) => {
    const { session } = await accessOf(ctx);
    await setup.sessions.removeBrowser(session, paramOf(ctx, 'browser'), alongOf(ctx, { subject: session.id }));
    ctx.status = 204;
  });

  const routes = chain(allowAnyOrigin(), neverStored(), mounted(router));
  return async (ctx, next) => {
    if (PATH.test(ctx.path)) await routes(ctx, next);
    else await next();
  };

  /** @throws DomainError 401 `session-expired`. */
  async function accessOf(ctx: AppContext): Promise<SetupAccess> {
    const token = bearerToken(ctx);
    if (token) {
      const access = await setup.sessions.open(token);
      const { id, companyId } = access.session;
      noteAudit(ctx, { companyId, actor: { by: id, role: 'setup-link' } });
      return access;
    }
    throw new DomainError(
      401,
      'Send the setup link’s token, or that of a connected browser, as "Authorization: Bearer …".',
      {
        code: SESSION_EXPIRED,
      },
    );
  }
}

function connect({ setup, addressOf }: Deps): AppMiddleware {
  const failures = new RateLimiterMemory(FAILED_CONNECTS);
  return async (ctx) => {
    const address = addressOf(ctx);
    const soFar = await failures.get(address);
    if (soFar && soFar.consumedPoints >= FAILED_CONNECTS.points) throw tooManyAttempts(soFar.msBeforeNext);
    const { token, label } = parseInput(connectSchema, ctx.request.body);
    try {
      const { connectionToken, access } = await setup.sessions.connect(token, label);
      ctx.body = { connectionToken, snapshot: await setup.snapshots.of(access.session) };
    } catch (error) {
      await failures.consume(address).catch((limit: unknown) => {
        if (!(limit instanceof RateLimiterRes)) throw limit;
      });
      throw error;
    }
  };
}

/** The body, read only once the caller is known, so that nobody else's is looked at. */
async function bodyOf(ctx: AppContext): Promise<unknown> {
  await readBody()(ctx, () => Promise.resolve());
  return ctx.request.body;
}

function neverStored(): AppMiddleware {
  return async (ctx, next) => {
    ctx.set('Cache-Control', 'no-store');
    await next();
  };
}

function tooManyAttempts(waitMs: number): DomainError {
  return new DomainError(
    429,
    'Too many setup links were tried from here that open nothing. Wait a minute, then try again.',
    {
      retryAfterSeconds: Math.max(1, Math.ceil(waitMs / 1000)),
    },
  );
}
