import { fingerprint } from '../../shared/fingerprint.ts';
import type { Scope } from '../../shared/api-key.ts';
import type { RefusalReason } from '../../shared/setup/activity.ts';
import type { ActivityRecord } from '../activity/activity-record.ts';
import { type Companies, notEligible } from '../companies/companies.ts';
import { DomainError } from '../errors.ts';
import type { Keys } from '../keys/keys.ts';
import { type AppContext, type AppMiddleware, callerOf } from './app-state.ts';
import { redactedPath } from './scim-path.ts';
import { sentKey } from './sent-key.ts';

type Deps = { keys: Keys; companies: Companies; activity: ActivityRecord; now: () => Date };

/**
 * Lets in who brings a key that works, and says who that is in `ctx.state.caller`. A key that no longer works, or was not
 * sent as a bearer token, still names its company for the record.
 * @throws DomainError 401, or 403 for a company whose plan may not use SCIM.
 */
export function authenticateKey(deps: Deps): AppMiddleware {
  return async (ctx, next) => {
    const sent = sentKey(ctx);
    if (!sent) throw unauthorized(ctx, AS_BEARER, null);
    const check = await deps.keys.check(sent.key);
    const company = check.kind === 'unknown' ? null : await deps.companies.byId(check.key.companyId);
    if (check.kind === 'unknown' || !company) {
      await noteRefused(deps, { status: 401, route: redactedPath(ctx.path), key: sent.key });
      throw unauthorized(ctx, sent.asBearer ? 'This server does not know the API key.' : AS_BEARER, null);
    }
    ctx.state.caller = { company, key: check.key };
    if (!sent.asBearer) throw unauthorized(ctx, AS_BEARER, 'key-not-bearer');
    if (check.kind === 'revoked') throw unauthorized(ctx, 'The API key was revoked; create a new one.', 'key-revoked');
    if (check.kind === 'expired') throw unauthorized(ctx, 'The API key has expired; create a new one.', 'key-expired');
    deps.keys.touch(check.key);
    if (!company.eligible) throw new DomainError(403, notEligible(company), { reason: 'plan-not-eligible' });
    await next();
  };
}

/** @throws DomainError 403 when the caller's key lacks the scope. */
export function requireScope(ctx: AppContext, scope: Scope): void {
  if (callerOf(ctx).key.scopes.includes(scope)) return;
  throw new DomainError(403, `The API key lacks the scope ${scope}.`, { reason: 'scope-missing' });
}

/** Notes a call whose key nobody knows: no company can be told of it but by what its key looks like. */
export async function noteRefused(
  { activity, now }: Pick<Deps, 'activity' | 'now'>,
  call: { status: number; route: string; key: string },
): Promise<void> {
  const { status, route, key } = call;
  activity.recordRefused({ time: now().toISOString(), route, status, fingerprint: await fingerprint(key) });
}

function unauthorized(ctx: AppContext, detail: string, reason: RefusalReason | null): DomainError {
  ctx.set('WWW-Authenticate', reason === null && !ctx.get('Authorization') ? 'Bearer realm="SCIM"' : INVALID_TOKEN);
  return new DomainError(401, detail, reason === null ? {} : { reason });
}

const AS_BEARER = 'Send the API key as "Authorization: Bearer …".';
const INVALID_TOKEN = 'Bearer realm="SCIM", error="invalid_token"';
