import Router from '@koa/router';
import { invitePersonSchema, type PersonResource, updatePersonSchema } from '../../shared/api/people.ts';
import type { Companies } from '../companies/companies.ts';
import type { AppContext, AppMiddleware, AppState } from '../http/app-state.ts';
import { adminOnly, companyFor, paramOf, signInOf, supportOnly } from '../http/authenticate-person.ts';
import { chain } from '../http/chain.ts';
import { mounted } from '../http/mounted.ts';
import { parseInput } from '../http/parse-input.ts';
import { alongOf } from '../http/record-audit.ts';
import { readBody } from '../http/read-body.ts';
import type { People, Person } from './people.ts';

type Deps = { people: People; companies: Companies; signedIn: AppMiddleware };

/**
 * Who may sign in: the admins of a company, for its admins and support, and support's own people, for support. A sign-in link is
 * in the hands of who made it; so those of admins are made by admins alone.
 */
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
    if (companyId !== null) adminOnly(ctx);
    const { email } = parseInput(invitePersonSchema, ctx.request.body);
    const role = companyId === null ? 'support' : 'admin';
    ctx.body = await people.invite(email, role, companyId, along(ctx));
    ctx.status = 201;
  });
  router.post('/:person/sign-in-link', async (ctx) => {
    const companyId = await companyOf(ctx);
    if (companyId !== null) adminOnly(ctx);
    ctx.body = await members.newLink(companyId, paramOf(ctx, 'person'), along(ctx));
    ctx.status = 201;
  });
  router.patch('/:person', async (ctx) => {
    const companyId = await companyOf(ctx);
    const { disabled } = parseInput(updatePersonSchema, ctx.request.body);
    const action = disabled ? 'person-disabled' : 'person-enabled';
    const by = signInOf(ctx).person;
    await members.setDisabled(companyId, paramOf(ctx, 'person'), { disabled, by, along: along(ctx, { action }) });
    ctx.status = 204;
  });
  router.delete('/:person', async (ctx) => {
    const by = signInOf(ctx).person;
    await members.remove(await companyOf(ctx), paramOf(ctx, 'person'), { by, along: along(ctx) });
    ctx.status = 204;
  });

  return mounted(router);
}

/** What the audit log of a company keeps; support's own people belong to none. */
function along(ctx: AppContext, note: { action?: 'person-disabled' | 'person-enabled' } = {}) {
  return ({ email, companyId }: Person) => (companyId === null ? [] : alongOf(ctx, { ...note, subject: email }));
}

function present({ id, email, role, createdAt, disabledAt, signIns }: Person & { signIns: number }): PersonResource {
  return { id, email, role, createdAt, disabledAt, signIns };
}
