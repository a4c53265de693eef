import Router from '@koa/router';
import { DomainError } from '../errors.ts';
import type { Directory } from '../directory/directory.ts';
import type { AppContext, AppState } from '../http/app-state.ts';
import { addDiscoveryRoutes } from './discovery-routes.ts';
import { addGroupRoutes } from './groups-routes.ts';
import { begin } from './request.ts';
import { addUserRoutes } from './users-routes.ts';

type Deps = {
  directory: Directory;
  /** What JumpCloud and browsers use, without a trailing slash. */
  publicUrl: string;
};

/**
 * The SCIM tree (RFC 7644), to be mounted below its base path, behind authentication and the reading of bodies. Addresses
 * in answers are those below `publicUrl`/scim/v2, whichever base was called.
 */
export function createScimRoutes({ directory, publicUrl }: Deps): Router<AppState> {
  const base = `${publicUrl}/scim/v2`;
  const router = new Router<AppState>();
  addUserRoutes(router, { users: directory.users, base });
  addGroupRoutes(router, { groups: directory.groups, base });
  addDiscoveryRoutes(router, base);

  router.all(['/Me', '/Me/*rest'], (ctx) => {
    throw notImplemented(ctx, '/Me', 'An API key is no user, so /Me names nobody. Use /Users/{id}.');
  });
  router.post('/Bulk', (ctx) => {
    throw notImplemented(
      ctx,
      '/Bulk',
      'Bulk requests are not offered, as ServiceProviderConfig says. Send single requests.',
    );
  });
  return router;
}

function notImplemented(ctx: AppContext, route: string, detail: string): DomainError {
  begin(ctx, route, 'read', null);
  return new DomainError(501, detail, { reason: 'invalid' });
}
