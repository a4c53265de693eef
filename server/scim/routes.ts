import Router from '@koa/router';
import { DomainError } from '../errors.ts';
import type { Directory } from '../directory/directory.ts';
import type { AppState } from '../http/app-state.ts';
import type { OnFault } from '../http/errors-middleware.ts';
import { addBulkRoute } from './bulk/bulk-routes.ts';
import { addDiscoveryRoutes } from './discovery-routes.ts';
import { createGroupWrites } from './group-writes.ts';
import { addGroupRoutes } from './groups-routes.ts';
import { begin } from './request.ts';
import { createResourceAnswers } from './resource-answers.ts';
import { addSearchRoutes } from './search-routes.ts';
import { createUserWrites } from './user-writes.ts';
import { addUserRoutes } from './users-routes.ts';

type Deps = {
  directory: Directory;
  /** What JumpCloud and browsers use, without a trailing slash. */
  publicUrl: string;
  onFault: OnFault;
};

/**
 * The SCIM tree (RFC 7644), to be mounted below its base path, behind authentication and the reading of bodies. Addresses
 * in answers are those below `publicUrl`/scim/v2, whichever base was called.
 */
export function createScimRoutes({ directory, publicUrl, onFault }: Deps): [Router<AppState>, ...Router<AppState>[]] {
  const base = `${publicUrl}/scim/v2`;
  const { users, groups, newId } = directory;
  const answers = createResourceAnswers(directory, base);
  const userWrites = createUserWrites(users);
  const groupWrites = createGroupWrites(groups);
  // A router tries every route that it has: most calls are about users, so these come first and by themselves.
  const [ofUsers, router] = [new Router<AppState>(), new Router<AppState>()];
  addUserRoutes(ofUsers, { users, answers: answers.users, writes: userWrites, newId });
  addGroupRoutes(router, { groups, answers: answers.groups, writes: groupWrites, newId });
  addSearchRoutes(router, directory, base);
  addBulkRoute(router, { writes: { '/Users': userWrites, '/Groups': groupWrites }, newId, base, onFault });
  addDiscoveryRoutes(router, base);

  router.all(['/Me', '/Me/*rest'], (ctx) => {
    begin(ctx, '/Me', 'read', null);
    const detail = 'An API key is no user, so /Me names nobody. Use /Users/{id}.';
    throw new DomainError(501, detail, { reason: 'invalid' });
  });
  return [ofUsers, router];
}
