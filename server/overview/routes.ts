import Router from '@koa/router';
import type { Companies } from '../companies/companies.ts';
import type { AppMiddleware, AppState } from '../http/app-state.ts';
import { companyFor } from '../http/authenticate-person.ts';
import { mounted } from '../http/mounted.ts';
import type { CompanyOverviews } from './overview.ts';

type Deps = { companyOverview: CompanyOverviews; companies: Companies; signedIn: AppMiddleware };

/** The start page of a company, in one answer. */
export function createOverviewRoutes({ companyOverview, companies, signedIn }: Deps): AppMiddleware {
  const router = new Router<AppState>({ prefix: '/api/companies/:company/overview' });
  router.use(signedIn);
  router.get('/', async (ctx) => {
    ctx.body = await companyOverview(await companyFor(ctx, companies));
  });
  return mounted(router);
}
