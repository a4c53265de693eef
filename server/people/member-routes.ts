import Router from '@koa/router';
import { invitePersonSchema, type PersonResource, updatePersonSchema } from '../../shared/api/people.ts';
import type { Companies } from '../companies/companies.ts';
import type { AppContext, AppMiddleware, AppState } from '../http/app-state.ts';
import { companyFor, paramOf, signInOf, supportOnly } from '../http/authenticate-person.ts';
import { chain } from '../http/chain.ts';
import { mounted } from '../http/mounted.ts';
import { parseInput } from '../http/parse-input.ts';
import { noteAudit } from '../http/record-audit.ts';
import { readBody } from '../http/read-body.ts';
import type { People, Person } from './people.ts';

type Deps = { people: People; companies: Companies; signedIn: AppMiddleware };

/** Who may sign in: the admins of a company, for its admins and support, and support's own people, for support. */
export function createMemberRoutes(deps: Deps): AppMiddleware {
  const { companies } = deps;
  return chain(
    memberRoutes('/api/companies/:company/people', deps, async (ctx) => (await companyFor(ctx, companies)).id),
    memberRoutes('/api/people', deps, (ctx) => {
      supportOnly(ctx);
      return Promise.resolve(null);
    }),
  );
}

/** @param companyOf the company whose people they are, or null for support's; it refuses who may not see them. */
function memberRoutes(
  prefix: string,
  { people, signedIn }: Deps,
  companyOf: (ctx: AppContext) => Promise<string | null>,
): AppMiddleware {
  const { members } = people;
  const router = new Router<AppState>({ prefix });
  router.use(signedIn, readBody());

  router.get('/', async (ctx) => {
    ctx.body = { people: (await members.list(await companyOf(ctx))).map(present) };
  });
  router.post('/', async (ctx) => {
    const companyId = await companyOf(ctx);
    const { email } = parseInput(invitePersonSchema, ctx.request.body);
    ctx.body = await people.invite(email, companyId === null ? 'support' : 'admin', companyId);
    noteAudit(ctx, { subject: email });
    ctx.status = 201;
  });
  router.post('/:person/sign-in-link', async (ctx) => {
    const { person, link } = await members.newLink(await companyOf(ctx), paramOf(ctx, 'person'));
    noteAudit(ctx, { subject: person.email });
    ctx.body = link;
    ctx.status = 201;
  });
  router.patch('/:person', async (ctx) => {
    const companyId = await companyOf(ctx);
    const { disabled } = parseInput(updatePersonSchema, ctx.request.body);
    const person = await members.setDisabled(companyId, paramOf(ctx, 'person'), disabled, signInOf(ctx).person);
    noteAudit(ctx, { action: disabled ? 'person-disabled' : 'person-enabled', subject: person.email });
    ctx.status = 204;
  });
  router.delete('/:person', async (ctx) => {
    const person = await members.remove(await companyOf(ctx), paramOf(ctx, 'person'), signInOf(ctx).person);
    noteAudit(ctx, { subject: person.email });
    ctx.status = 204;
  });

  return mounted(router);
}

function present({ id, email, role, createdAt, disabledAt, signIns }: Person & { signIns: number }): PersonResource {
  return { id, email, role, createdAt, disabledAt, signIns };
}
