import Router from '@koa/router';
import {
  allowDomainSchema,
  companyQuerySchema,
  createCompanySchema,
  updateCompanySchema,
  updateSettingsSchema,
} from '../../shared/api/companies.ts';
import type { AppMiddleware, AppState } from '../http/app-state.ts';
import { companyFor, paramOf, signInOf, supportOnly } from '../http/authenticate-person.ts';
import { mounted } from '../http/mounted.ts';
import { parseInput } from '../http/parse-input.ts';
import { alongOf } from '../http/record-audit.ts';
import { readBody } from '../http/read-body.ts';
import type { Keys } from '../keys/keys.ts';
import type { Companies, Company } from './companies.ts';

type Deps = {
  companies: Companies;
  keys: Pick<Keys, 'connections'>;
  signedIn: AppMiddleware;
  /** Tells whoever watches the company that its plan or domains changed. */
  changed: (companyId: string) => void;
};

/** Companies and their domains, for the console: an admin sees the one of theirs, support sees and changes all. */
export function createCompanyRoutes({ companies, keys, signedIn, changed }: Deps): AppMiddleware {
  const router = new Router<AppState>({ prefix: '/api/companies' });
  router.use(signedIn, readBody());

  router.get('/', async (ctx) => {
    const { search = '', after, limit } = parseInput(companyQuerySchema, ctx.query, 'query');
    const { role, companyId } = signInOf(ctx).person;
    const own = companyId === null ? null : await companies.byId(companyId);
    const found = role === 'support' ? await companies.search(search, after ?? null, limit + 1) : [own ?? []].flat();
    const shown = found.slice(0, limit);
    const connections = await keys.connections(shown.map(({ id }) => id));
    ctx.body = {
      companies: shown.map((company) => ({ ...company, connection: connections.get(company.id) })),
      next: found.length > limit ? (shown.at(-1)?.id ?? null) : null,
    };
  });
  router.post('/', async (ctx) => {
    supportOnly(ctx);
    const { domain, ...company } = parseInput(createCompanySchema, ctx.request.body);
    ctx.body = await companies.create({ ...company, primaryDomain: domain }, ({ id, name }) =>
      alongOf(ctx, { companyId: id, subject: name }),
    );
    ctx.status = 201;
  });

  router.get('/:company', async (ctx) => {
    ctx.body = await companyFor(ctx, companies);
  });
  router.patch('/:company', async (ctx) => {
    const { id } = await companyFor(ctx, companies);
    supportOnly(ctx);
    const change = parseInput(updateCompanySchema, ctx.request.body);
    ctx.body = await companies.update(id, change, alongOf(ctx, { subject: Object.values(change).join(', ') }));
    changed(id);
  });

  router.patch('/:company/settings', async (ctx) => {
    const company = await companyFor(ctx, companies);
    const change = parseInput(updateSettingsSchema, ctx.request.body);
    const settings = { ...company.settings, ...change };
    const along = alongOf(ctx, { subject: described(change) });
    ctx.body = (await companies.update(company.id, { settings }, along)).settings;
  });

  router.get('/:company/domains', async (ctx) => {
    ctx.body = { domains: domainsOf(await companyFor(ctx, companies)) };
  });
  router.post('/:company/domains', async (ctx) => {
    const company = await companyFor(ctx, companies);
    supportOnly(ctx);
    const { domain } = parseInput(allowDomainSchema, ctx.request.body);
    ctx.body = { domains: domainsOf(await companies.allowDomain(company, domain, alongOf(ctx, { subject: domain }))) };
    changed(company.id);
  });
  router.delete('/:company/domains/:domain', async (ctx) => {
    const company = await companyFor(ctx, companies);
    supportOnly(ctx);
    await companies.revokeDomain(company, paramOf(ctx, 'domain'), alongOf(ctx));
    changed(company.id);
    ctx.status = 204;
  });

  return mounted(router);
}

/** Settings as the audit log names them, such as `onDelete keep`. */
function described(change: object): string {
  return Object.entries(change)
    .map(([name, value]) => `${name} ${String(value)}`)
    .join(', ');
}

function domainsOf({ primaryDomain, allowedDomains }: Company): { domain: string; kind: 'primary' | 'secondary' }[] {
  return [
    { domain: primaryDomain, kind: 'primary' },
    ...allowedDomains.map((domain) => ({ domain, kind: 'secondary' as const })),
  ];
}
