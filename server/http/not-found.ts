import type { Companies } from '../companies/companies.ts';
import type { Keys } from '../keys/keys.ts';
import { DomainError } from '../errors.ts';
import type { AppMiddleware } from './app-state.ts';
import { bearerToken } from './authenticate-key.ts';

type Deps = { keys: Keys; companies: Companies };

/**
 * The end of the line. A call that brings a key of ours to a path without meaning most likely comes from a mistyped Base
 * URL, so it is noted for its company.
 * @throws DomainError 404, always.
 */
export function nothingHere({ keys, companies }: Deps): AppMiddleware {
  return async (ctx) => {
    const token = bearerToken(ctx);
    const check = token === null ? null : await keys.check(token);
    if (check && check.kind !== 'unknown') {
      const company = await companies.byId(check.key.companyId);
      if (company) ctx.state.caller = { company, key: check.key };
    }
    throw notScim(ctx.state.caller !== undefined);
  };
}

/** Below the SCIM base: what no route took has no meaning there. @throws DomainError 404 when nothing answered. */
export function noSuchResource(): AppMiddleware {
  return async (ctx, next) => {
    await next();
    if (ctx.status === 404 && (ctx.body === undefined || ctx.body === null)) throw notScim(true);
  };
}

function notScim(withKey: boolean): DomainError {
  if (!withKey) return new DomainError(404, 'There is nothing at this path.');
  const detail = 'There is nothing at this path. SCIM is at /scim/v2: check the Base URL.';
  return new DomainError(404, detail, { reason: 'not-a-scim-path' });
}
