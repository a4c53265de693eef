import Router from '@koa/router';
import { userSearchSchema } from '../../shared/api/users.ts';
import type { Companies } from '../companies/companies.ts';
import type { AppMiddleware, AppState } from '../http/app-state.ts';
import { companyFor, paramOf } from '../http/authenticate-person.ts';
import { mounted } from '../http/mounted.ts';
import { parseInput } from '../http/parse-input.ts';
import { readBody } from '../http/read-body.ts';
import type { UserOverviews } from './overview.ts';

type Deps = { overview: UserOverviews; companies: Companies; signedIn: AppMiddleware };

/** Users of a company, for the console. */
export function createUserRoutes({ overview, companies, signedIn }: Deps): AppMiddleware {
  const router = new Router<AppState>({ prefix: '/api/companies/:company/users' });
  router.use(signedIn, readBody());

  router.post('/search', async (ctx) => {
    const { id } = await companyFor(ctx, companies);
    const { search, state, after, before, count } = parseInput(userSearchSchema, ctx.request.body);
    const from = before ? { before } : after ? { after } : null;
    ctx.body = await overview.page(id, { search: search ?? null, state, from, limit: count });
  });
  router.get('/:user', async (ctx) => {
    const { id } = await companyFor(ctx, companies);
    ctx.body = await overview.detail(id, paramOf(ctx, 'user'));
  });

  return mounted(router);
}
