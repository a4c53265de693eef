import Router from '@koa/router';
import type { z } from 'zod';
import { activityExportSchema, activityFilterSchema, activityQuerySchema } from '../../shared/api/activity.ts';
import type { Companies } from '../companies/companies.ts';
import type { AppMiddleware, AppState } from '../http/app-state.ts';
import { companyFor, endWithSignIn, paramOf } from '../http/authenticate-person.ts';
import type { EventStream, EventStreams } from '../http/event-streams.ts';
import { mounted } from '../http/mounted.ts';
import { parseInput } from '../http/parse-input.ts';
import { fits, type ActivityFilter } from './activity-filter.ts';
import type { ActivityRecord, RecordedCall } from './activity-record.ts';
import { EXPORT_FORMATS, exportOf } from './export.ts';

type Deps = {
  activity: ActivityRecord;
  companies: Companies;
  signedIn: AppMiddleware;
  streams: EventStreams;
  people: Parameters<typeof endWithSignIn>[2];
};

/** What a reader that was away missed is read in pieces that its connection takes at once. */
const CATCH_UP_ROWS = 200;
const EXPORT_PAGE = 500;
const CALL_ID = /^\d{1,15}$/;

/** The record of a company's calls, for the console: page by page, and live. */
export function createActivityRoutes({ activity, companies, signedIn, streams, people }: Deps): AppMiddleware {
  const router = new Router<AppState>({ prefix: '/api/companies/:company/activity' });
  router.use(signedIn);

  router.get('/', async (ctx) => {
    const { id } = await companyFor(ctx, companies);
    const { before, limit, ...filter } = parseInput(activityQuerySchema, ctx.query, 'query');
    // Read first, so that no call falls between the page and the stream that goes on from it.
    const latest = await activity.lastId(id);
    const calls = await activity.page(id, filterOf(filter), before ?? null, limit);
    ctx.body = { activity: calls, next: calls.length === limit ? (calls.at(-1)?.id ?? null) : null, latest };
  });
  router.get('/events', async (ctx) => {
    const { id } = await companyFor(ctx, companies);
    const filter = filterOf(parseInput(activityFilterSchema, ctx.query, 'query'));
    const stream = streams.open(ctx);
    endWithSignIn(ctx, stream, people);
    // A reader whose stream ends comes back, and its request is told what is wrong.
    follow(activity, id, filter, stream).catch(() => stream.end());
  });
  router.get('/export', async (ctx) => {
    const { id } = await companyFor(ctx, companies);
    const { format, ...filter } = parseInput(activityExportSchema, ctx.query, 'query');
    ctx.set('Content-Disposition', `attachment; filename="activity.${format}"`);
    ctx.set('Content-Type', EXPORT_FORMATS[format]);
    ctx.body = exportOf(everyPage(activity, id, filterOf(filter)), format);
  });
  router.get('/:call', async (ctx) => {
    const { id } = await companyFor(ctx, companies);
    const wanted = paramOf(ctx, 'call');
    const { details, ...call } = await activity.find(id, CALL_ID.test(wanted) ? Number(wanted) : 0);
    ctx.body = { call, details };
  });

  return mounted(router);
}

function filterOf({ outcome, kinds, user, history }: z.output<typeof activityFilterSchema>): ActivityFilter {
  return { outcome: outcome ?? null, kinds: kinds ?? null, userId: user ?? null, history };
}

/** Every call that fits, newest first, a page at a time. */
async function* everyPage(
  activity: ActivityRecord,
  companyId: string,
  filter: ActivityFilter,
): AsyncGenerator<RecordedCall[]> {
  let before: number | null = null;
  for (;;) {
    const calls: RecordedCall[] = await activity.page(companyId, filter, before, EXPORT_PAGE);
    if (calls.length > 0) yield calls;
    before = calls.at(-1)?.id ?? null;
    if (calls.length < EXPORT_PAGE) return;
  }
}

/** Sends every call that fits once, in order: first those after the reader's last one, then the new ones. */
async function follow(
  activity: ActivityRecord,
  companyId: string,
  filter: ActivityFilter,
  stream: EventStream,
): Promise<void> {
  let lastId = Number(stream.lastEventId ?? Number.NaN);
  let waiting: RecordedCall[] | null = [];
  const reader = { gone: false };
  const send = (call: RecordedCall): void => {
    if (call.id <= lastId) return;
    lastId = call.id;
    if (fits(call, filter)) stream.send({ event: 'activity', data: call, id: call.id });
  };
  stream.onEnd(
    activity.subscribe(companyId, (call) => {
      if (waiting) waiting.push(call);
      else send(call);
    }),
  );
  stream.onEnd(() => (reader.gone = true));
  for (let behind = Number.isSafeInteger(lastId); behind && !reader.gone;) {
    const missed = await activity.since(companyId, { afterId: lastId }, CATCH_UP_ROWS);
    missed.forEach(send);
    behind = missed.length === CATCH_UP_ROWS;
    await stream.drained();
  }
  const arrived = waiting;
  waiting = null;
  arrived.forEach(send);
}
