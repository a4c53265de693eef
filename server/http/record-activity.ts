import type { ActivityKind } from '../../shared/setup/activity.ts';
import type { ActivityRecord } from '../activity/activity-record.ts';
import type { AppContext, AppMiddleware } from './app-state.ts';
import { asRefusal } from './errors-middleware.ts';
import { redactedPath, scimPath } from './scim-path.ts';

type Deps = { activity: ActivityRecord; now: () => Date };

/** Leaves one row for each call that names a company, whatever became of it, and one for what each part of it did to a user. */
export function recordActivity({ activity, now }: Deps): AppMiddleware {
  return async (ctx, next) => {
    const time = now().toISOString();
    const begun = performance.now();
    const path = ctx.path;
    try {
      await next();
      note(ctx, path, time, begun);
    } catch (error) {
      const { status, scimType, reason, domain } = asRefusal(error);
      const known = ctx.state.activity ?? {};
      ctx.state.activity = {
        ...known,
        ...(scimType ? { scimType } : {}),
        ...(reason ? { reason } : {}),
        ...(domain ? { domain } : {}),
      };
      ctx.status = status;
      note(ctx, path, time, begun);
      throw error;
    }
  };

  function note(ctx: AppContext, path: string, time: string, begun: number): void {
    const { caller, activity: what = {} } = ctx.state;
    if (!caller) return;
    const keyLast4 = caller.key.last4;
    // Every name is written here: objects that are put together of others cost several times as much.
    activity.record(caller.company.id, {
      time,
      keyLast4,
      method: ctx.method,
      route: what.route ?? redactedPath(path, what.reason === 'not-a-scim-path' ? 'root' : 'base'),
      status: ctx.status,
      scimType: what.scimType ?? null,
      kind: refusedKind(ctx.status, what.reason) ?? what.kind ?? defaultKind(ctx.method, path, ctx.querystring),
      reason: what.reason ?? null,
      domain: what.domain ?? null,
      userId: what.userId ?? null,
      changed: what.changed ?? null,
      details: {
        query: what.details?.query ?? null,
        sent: what.details?.sent ?? null,
        answered: what.details?.answered ?? null,
        list: what.details?.list ?? null,
      },
      durationMs: Math.round(performance.now() - begun),
      part: false,
    });
    for (const part of what.parts ?? []) activity.record(caller.company.id, { ...part, time, keyLast4, part: true });
  }
}

/** Calls that never got as far as meaning something. */
function refusedKind(status: number, reason: string | undefined): ActivityKind | null {
  if (reason === 'groups-off') return null;
  return status === 401 || status === 403 || status === 429 || reason === 'not-a-scim-path' ? 'refused' : null;
}

/** What a call was for, by method and path alone: for calls that failed before their route could say. */
function defaultKind(method: string, path: string, query: string): ActivityKind {
  const [, resource = '', id] = (scimPath(path) ?? path).split('/');
  if (/^(Schemas|ResourceTypes|ServiceProviderConfig)$/i.test(resource)) return 'discovery';
  if (method === 'GET' && id) return 'read';
  if (method === 'GET') return /(^|&)filter=/.test(query) ? 'lookup' : 'list';
  if (/^Groups$/i.test(resource)) return 'group';
  if (method === 'POST') return 'create';
  return method === 'DELETE' ? 'delete' : 'update';
}
