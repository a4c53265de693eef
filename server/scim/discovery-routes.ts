import type Router from '@koa/router';
import type { JsonObject } from '../../shared/scim/json.ts';
import { LIST_RESPONSE } from '../../shared/scim/urns.ts';
import { DomainError, notFound } from '../errors.ts';
import type { AppContext, AppState } from '../http/app-state.ts';
import { sendScim } from '../http/send-scim.ts';
import { resourceTypes, schemas, serviceProviderConfig } from './discovery.ts';
import { begin } from './request.ts';

/** Discovery (RFC 7644 section 4): paging and sorting are ignored there, a filter is 403. */
export function addDiscoveryRoutes(router: Router<AppState>, base: string): void {
  router.get('/ServiceProviderConfig', (ctx) => {
    beginDiscovery(ctx, '/ServiceProviderConfig');
    sendScim(ctx, 200, serviceProviderConfig(base));
  });

  addCollection(router, '/ResourceTypes', resourceTypes(base));
  addCollection(router, '/Schemas', schemas(base));
}

function addCollection(router: Router<AppState>, path: string, resources: JsonObject[]): void {
  router.get(path, (ctx) => {
    beginDiscovery(ctx, path);
    const { length } = resources;
    const list = { schemas: [LIST_RESPONSE], totalResults: length, itemsPerPage: length, startIndex: 1 };
    sendScim(ctx, 200, { ...list, Resources: resources });
  });

  router.get(`${path}/:id`, (ctx) => {
    beginDiscovery(ctx, `${path}/{id}`);
    const wanted = (ctx.params['id'] ?? '').toLowerCase();
    const found = resources.find(({ id }) => typeof id === 'string' && id.toLowerCase() === wanted);
    if (!found) throw notFound(`${path.slice(1)} ${wanted.slice(0, 100)}`);
    sendScim(ctx, 200, found);
  });
}

function beginDiscovery(ctx: AppContext, route: string): void {
  begin(ctx, route, 'discovery', null);
  if (ctx.query['filter'] === undefined) return;
  throw new DomainError(403, `${route} cannot be filtered; read it whole.`, { reason: 'invalid' });
}
