import Router from '@koa/router';
import { activityQuerySchema } from '../../shared/api/activity.ts';
import type { Activity } from '../../shared/setup/activity.ts';
import type { Companies } from '../companies/companies.ts';
import type { AppMiddleware, AppState } from '../http/app-state.ts';
import { companyFor, endWithSignIn } from '../http/authenticate-person.ts';
import type { EventStream, EventStreams } from '../http/event-streams.ts';
import { mounted } from '../http/mounted.ts';
import { parseInput } from '../http/parse-input.ts';
import type { ActivityRecord } from './activity-record.ts';

type Deps = {
  activity: ActivityRecord;
  companies: Companies;
  signedIn: AppMiddleware;
  streams: EventStreams;
  people: Parameters<typeof endWithSignIn>[2];
};

/** As much as a reader that was away is told of; what is older is in the list. */
const MOST_CAUGHT_UP = 1_000;

/** The record of a company's calls, for the console: page by page, and live. */
export function createActivityRoutes({ activity, companies, signedIn, streams, people }: Deps): AppMiddleware {
  const router = new Router<AppState>({ prefix: '/api/companies/:company/activity' });
  router.use(signedIn);

  router.get('/', async (ctx) => {
    const { id } = await companyFor(ctx, companies);
    const { before, limit } = parseInput(activityQuerySchema, ctx.query, 'query');
    const calls = await activity.page(id, before ?? null, limit);
    ctx.body = { activity: calls, next: calls.length === limit ? (calls.at(-1)?.id ?? null) : null };
  });
  router.get('/events', async (ctx) => {
    const { id } = await companyFor(ctx, companies);
    const stream = streams.open(ctx);
    endWithSignIn(ctx, stream, people);
    await follow(activity, id, stream);
  });

  return mounted(router);
}

/** Sends every call once, in order: first those after the reader's last one, then the new ones. */
async function follow(activity: ActivityRecord, companyId: string, stream: EventStream): Promise<void> {
  let lastId = Number(stream.lastEventId ?? Number.NaN);
  let waiting: Activity[] | null = [];
  const send = (call: Activity): void => {
    if (call.id <= lastId) return;
    lastId = call.id;
    stream.send({ event: 'activity', data: call, id: call.id });
  };
  stream.onEnd(
    activity.subscribe(companyId, (call) => {
      if (waiting) waiting.push(call);
      else send(call);
    }),
  );
  if (Number.isSafeInteger(lastId)) {
    for (const call of await activity.since(companyId, { afterId: lastId }, MOST_CAUGHT_UP)) send(call);
  }
  const arrived = waiting;
  waiting = null;
  arrived.forEach(send);
}
