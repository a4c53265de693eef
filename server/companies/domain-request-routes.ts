import Router from '@koa/router';
import { askForDomainSchema, type CompanyNow, decideDomainRequestSchema } from '../../shared/api/domain-requests.ts';
import type { AppMiddleware, AppState } from '../http/app-state.ts';
import { companyFor, endWithSignIn, paramOf, signInOf, supportOnly } from '../http/authenticate-person.ts';
import type { EventStreams } from '../http/event-streams.ts';
import { sendLive } from '../http/live-value.ts';
import { mounted } from '../http/mounted.ts';
import { parseInput } from '../http/parse-input.ts';
import { alongOf } from '../http/record-audit.ts';
import { readBody } from '../http/read-body.ts';
import type { Companies } from './companies.ts';
import type { DomainRequests } from './domain-requests.ts';

type Deps = {
  companies: Companies;
  domainRequests: DomainRequests;
  signedIn: AppMiddleware;
  streams: EventStreams;
  people: Parameters<typeof endWithSignIn>[2];
  setup: {
    /** Tells whoever watches the company that its domains or requests changed. */
    changed: (companyId: string) => void;
    onChange: (companyId: string, listener: () => void) => () => void;
  };
  onError: (error: unknown) => void;
};

/** Requests to allow a domain, for the console: the admin asks, support decides, both see it live. */
export function createDomainRequestRoutes(deps: Deps): AppMiddleware {
  const { companies, domainRequests, signedIn, streams, people, setup, onError } = deps;
  const router = new Router<AppState>({ prefix: '/api/companies/:company' });
  router.use(signedIn, readBody());

  router.get('/domain-requests', async (ctx) => {
    ctx.body = { domainRequests: await domainRequests.list(await companyFor(ctx, companies)) };
  });
  router.post('/domain-requests', async (ctx) => {
    const company = await companyFor(ctx, companies);
    const { domain } = parseInput(askForDomainSchema, ctx.request.body);
    const { email } = signInOf(ctx).person;
    ctx.body = await domainRequests.ask(company, domain, email, alongOf(ctx, { subject: domain }));
    ctx.status = 201;
    setup.changed(company.id);
  });
  router.patch('/domain-requests/:domain', async (ctx) => {
    const company = await companyFor(ctx, companies);
    supportOnly(ctx);
    const decision = parseInput(decideDomainRequestSchema, ctx.request.body);
    const domain = paramOf(ctx, 'domain');
    if (decision.state === 'allowed') {
      await domainRequests.allow(company, domain, alongOf(ctx));
    } else {
      const { reason } = decision;
      await domainRequests.decline(
        company,
        domain,
        reason,
        alongOf(ctx, { action: 'domain-declined', detail: reason }),
      );
    }
    ctx.status = 204;
    setup.changed(company.id);
  });

  router.get('/events', async (ctx) => {
    const { id } = await companyFor(ctx, companies);
    const read = async (): Promise<CompanyNow | null> => {
      const company = await companies.byId(id);
      return company && { company, domainRequests: await domainRequests.list(company) };
    };
    const stream = streams.open(ctx);
    endWithSignIn(ctx, stream, people);
    sendLive(stream, { event: 'company', read, onChange: (listener) => setup.onChange(id, listener), onError });
  });

  return mounted(router);
}
