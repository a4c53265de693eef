import Router from '@koa/router';
import type { z } from 'zod';
import type { supportNowSchema } from '../../shared/api/support.ts';
import type { DomainRequests } from '../companies/domain-requests.ts';
import type { AppMiddleware, AppState } from '../http/app-state.ts';
import { endWithSignIn, supportOnly } from '../http/authenticate-person.ts';
import type { EventStreams } from '../http/event-streams.ts';
import { sendLive } from '../http/live-value.ts';
import { mounted } from '../http/mounted.ts';
import type { Setup } from '../setup/setup.ts';

type Deps = {
  domainRequests: DomainRequests;
  signedIn: AppMiddleware;
  streams: EventStreams;
  people: Parameters<typeof endWithSignIn>[2];
  setup: Setup;
  onError: (error: unknown) => void;
};

/** What support sees across companies. */
export function createSupportRoutes(deps: Deps): AppMiddleware {
  const { domainRequests, signedIn, streams, people, setup, onError } = deps;
  const router = new Router<AppState>({ prefix: '/api/support' });
  router.use(signedIn);
  router.use(async (ctx, next) => {
    supportOnly(ctx);
    await next();
  });

  async function present(): Promise<z.infer<typeof supportNowSchema>> {
    const [waiting, live] = await Promise.all([domainRequests.waiting(), setup.sessions.live()]);
    return { domainRequests: waiting, sessions: live };
  }

  router.get('/', async (ctx) => {
    ctx.body = await present();
  });
  router.get('/events', (ctx) => {
    const stream = streams.open(ctx);
    endWithSignIn(ctx, stream, people);
    const onChange = (listener: () => void) => setup.onChange(null, listener);
    sendLive(stream, { event: 'support', read: present, onChange, onError });
  });

  return mounted(router);
}
