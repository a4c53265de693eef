import { fingerprint } from '../../shared/fingerprint.ts';
import type { Scope } from '../../shared/api-key.ts';
import type { RefusalReason } from '../../shared/setup/activity.ts';
import type { ActivityRecord } from '../activity/activity-record.ts';
import { type Companies, notEligible } from '../companies/companies.ts';
import { DomainError } from '../errors.ts';
import type { Keys } from '../keys/keys.ts';
import { type AppContext, type AppMiddleware, callerOf } from './app-state.ts';
import { redactedPath } from './scim-path.ts';

type Deps = { keys: Keys; companies: Companies; activity: ActivityRecord; now: () => Date };

/** The bearer token of a request (RFC 6750; the scheme's case does not matter), or null. */
export function bearerToken(ctx: AppContext): string | null {
  return /^bearer +(\S+) *$/i.exec(ctx.get('Authorization'))?.[1] ?? null;
}

/**
 * Lets in who brings a key that works, and says who that is in `ctx.state.caller`. A key that no longer works still names
 * its company for the record.
 * @throws DomainError 401, or 403 for a company whose plan may not use SCIM.
 */
export function authenticateKey(deps: Deps): AppMiddleware {
  return async (ctx, next) => {
    const token = bearerToken(ctx);
    if (token === null) throw unauthorized(ctx, 'Send the API key as "Authorization: Bearer …".', null);
    const check = await deps.keys.check(token);
    const company = check.kind === 'unknown' ? null : await deps.companies.byId(check.key.companyId);
    if (check.kind === 'unknown' || !company) {
      await noteRefused(deps, ctx, token);
      throw unauthorized(ctx, 'This server does not know the API key.', null);
    }
    ctx.state.caller = { company, key: check.key };
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

async function noteRefused({ activity, now }: Deps, ctx: AppContext, token: string): Promise<void> {
  const time = now().toISOString();
  activity.recordRefused({ time, route: redactedPath(ctx.path), fingerprint: await fingerprint(token) });
}

function unauthorized(ctx: AppContext, detail: string, reason: RefusalReason | null): DomainError {
  ctx.set('WWW-Authenticate', reason === null && !ctx.get('Authorization') ? 'Bearer realm="SCIM"' : INVALID_TOKEN);
  return new DomainError(401, detail, reason === null ? {} : { reason });
}

const INVALID_TOKEN = 'Bearer realm="SCIM", error="invalid_token"';
