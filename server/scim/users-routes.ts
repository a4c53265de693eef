import type Router from '@koa/router';
import type { JsonObject } from '../../shared/scim/json.ts';
import type { UserRecord } from '../directory/record.ts';
import type { Users } from '../directory/users.ts';
import type { AppState } from '../http/app-state.ts';
import { kindOfChange } from './activity-kind.ts';
import { createAnswers } from './answers.ts';
import type { Answers, RouteContext } from './answers.ts';
import { requireMatch } from './etag.ts';
import { applyPatch } from './patch/apply.ts';
import { readOperations } from './patch/operations.ts';
import { presentUser } from './present.ts';
import { wants } from './projection.ts';
import { begin, idOf, note, parametersOfBody, parametersOfQuery } from './request.ts';
import { keepUnclearable, readResource } from './schema/read-resource.ts';
import { USER_TYPE } from './schema/user.ts';

/** `/Users` (RFC 7644 section 3). */
export function addUserRoutes(router: Router<AppState>, { users, base }: { users: Users; base: string }): void {
  const answers = createAnswers<UserRecord>({
    type: USER_TYPE,
    base,
    list: users.list,
    async present(companyId, records, projection) {
      const ids = records.map(({ id }) => id);
      const groups = wants(projection, 'groups') ? await users.groupsOf(companyId, ids) : null;
      return records.map((user) => presentUser(base, user, groups?.get(user.id) ?? null));
    },
  });
  addReading(router, users, answers);
  addWriting(router, users, answers);
}

function addReading(router: Router<AppState>, users: Users, answers: Answers<UserRecord>): void {
  router.get('/Users', (ctx) => answers.many(ctx, begin(ctx, '/Users', 'list', 'users:read'), parametersOfQuery(ctx)));

  router.post('/Users/.search', (ctx) => {
    const company = begin(ctx, '/Users/.search', 'list', 'users:read');
    return answers.many(ctx, company, parametersOfBody(ctx.request.body));
  });

  router.get('/Users/:id', async (ctx) => {
    const company = begin(ctx, '/Users/{id}', 'read', 'users:read');
    await answers.read(ctx, company.id, await users.find(company.id, idOf(ctx)));
  });
}

function addWriting(router: Router<AppState>, users: Users, answers: Answers<UserRecord>): void {
  router.post('/Users', async (ctx) => {
    const company = begin(ctx, '/Users', 'create', 'users:write');
    const resource = readResource(USER_TYPE, ctx.request.body);
    if (await users.wouldBeTestUser(company, resource)) note(ctx, { kind: 'test-user-create' });
    await answers.one(ctx, 201, company.id, await users.create(company, resource));
  });

  async function change(ctx: RouteContext, mode: 'replace' | 'patch', next: (current: UserRecord) => JsonObject) {
    const company = begin(ctx, '/Users/{id}', 'update', 'users:write');
    const { before, after } = await users.change(company, idOf(ctx), mode, (current) => {
      if (current.testKind !== null) note(ctx, { kind: 'test-user-update' });
      requireMatch(ctx.get('If-Match'), current.version);
      return next(current);
    });
    note(ctx, { kind: kindOfChange(before, after) });
    await answers.one(ctx, 200, company.id, after);
  }

  router.put('/Users/:id', (ctx) =>
    change(ctx, 'replace', (current) =>
      keepUnclearable(USER_TYPE, current.resource, readResource(USER_TYPE, ctx.request.body)),
    ),
  );

  router.patch('/Users/:id', (ctx) =>
    change(ctx, 'patch', (current) => {
      return applyPatch(USER_TYPE, current.resource, readOperations(ctx.request.body)).resource;
    }),
  );

  router.delete('/Users/:id', async (ctx) => {
    const company = begin(ctx, '/Users/{id}', 'delete', 'users:write');
    await users.remove(company.id, idOf(ctx), (current) => {
      if (current.testKind !== null) note(ctx, { kind: 'test-user-delete' });
      requireMatch(ctx.get('If-Match'), current.version);
    });
    ctx.status = 204;
  });
}
