import Router from '@koa/router';
import { userQuerySchema } from '../../shared/api/users.ts';
import type { Companies } from '../companies/companies.ts';
import type { AppMiddleware, AppState } from '../http/app-state.ts';
import { companyFor, paramOf } from '../http/authenticate-person.ts';
import { mounted } from '../http/mounted.ts';
import { parseInput } from '../http/parse-input.ts';
import type { UserOverviews } from './overview.ts';

type Deps = { overview: UserOverviews; companies: Companies; signedIn: AppMiddleware };

/** Users of a company, for the console. */
export function createUserRoutes({ overview, companies, signedIn }: Deps): AppMiddleware {
  const router = new Router<AppState>({ prefix: '/api/companies/:company/users' });
  router.use(signedIn);

  router.get('/', async (ctx) => {
    const { id } = await companyFor(ctx, companies);
    const query = parseInput(userQuerySchema, ctx.query, 'query');
    ctx.body = await overview.page(id, {
      search: query.search ?? null,
      active: query.active ?? null,
      includeTestUsers: query.includeTestUsers ?? false,
      offset: query.startIndex - 1,
      limit: query.count,
    });
  });
  router.get('/:user', async (ctx) => {
    const { id } = await companyFor(ctx, companies);
    ctx.body = await overview.detail(id, paramOf(ctx, 'user'));
  });

  return mounted(router);
}
