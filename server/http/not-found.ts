import type { Companies } from '../companies/companies.ts';
import type { Keys } from '../keys/keys.ts';
import { DomainError } from '../errors.ts';
import type { ActivityRecord } from '../activity/activity-record.ts';
import type { AppMiddleware } from './app-state.ts';
import { noteRefused } from './authenticate-key.ts';
import { redactedPath } from './scim-path.ts';
import { sentKey } from './sent-key.ts';

type Deps = { keys: Keys; companies: Companies; activity: ActivityRecord; now: () => Date };

/**
 * The end of the line. A call that brings a key to a path without meaning most likely comes from a mistyped Base URL, so
 * it is noted: for its company, where the key is one of ours.
 * @throws DomainError 404, always.
 */
export function nothingHere({ keys, companies, ...record }: Deps): AppMiddleware {
  return async (ctx) => {
    const sent = sentKey(ctx);
    const check = sent && (await keys.check(sent.key));
    const company = check && check.kind !== 'unknown' ? await companies.byId(check.key.companyId) : null;
    if (check && check.kind !== 'unknown' && company) ctx.state.caller = { company, key: check.key };
    else if (sent) await noteRefused(record, { status: 404, route: redactedPath(ctx.path, 'root'), key: sent.key });
    throw notScim(ctx.state.caller !== undefined);
  };
}

/** What a Base URL makes that names a collection itself: no id is called like one. */
const BELOW_COLLECTION = /^\/[^/]+\/(Users|Groups)(\/|$)/i;

/** Below the SCIM base: what no route took has no meaning there. @throws DomainError 404 when nothing answered. */
export function noSuchResource(): AppMiddleware {
  return async (ctx, next) => {
    if (BELOW_COLLECTION.test(ctx.path)) throw notScim(true);
    await next();
    if (ctx.status === 404 && (ctx.body === undefined || ctx.body === null)) throw notScim(true);
  };
}

function notScim(withKey: boolean): DomainError {
  if (!withKey) return new DomainError(404, 'There is nothing at this path.');
  const detail = 'There is nothing at this path. SCIM is at /scim/v2: check the Base URL.';
  return new DomainError(404, detail, { reason: 'not-a-scim-path' });
}
