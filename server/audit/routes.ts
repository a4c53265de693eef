import Router from '@koa/router';
import { auditQuerySchema } from '../../shared/api/audit.ts';
import type { Companies } from '../companies/companies.ts';
import type { AppMiddleware, AppState } from '../http/app-state.ts';
import { companyFor } from '../http/authenticate-person.ts';
import { mounted } from '../http/mounted.ts';
import { parseInput } from '../http/parse-input.ts';
import type { AuditLog } from './audit-log.ts';

type Deps = { audit: AuditLog; companies: Companies; signedIn: AppMiddleware };

/** A company's audit log, for its admin and for support. */
export function createAuditRoutes({ audit, companies, signedIn }: Deps): AppMiddleware {
  const router = new Router<AppState>({ prefix: '/api/companies/:company/audit-log' });
  router.use(signedIn);

  router.get('/', async (ctx) => {
    const { id } = await companyFor(ctx, companies);
    const { before = null, limit } = parseInput(auditQuerySchema, ctx.query, 'query');
    ctx.body = await audit.page(id, { before, limit });
  });

  return mounted(router);
}
