import type Router from '@koa/router';
import type { UserRecord } from '../directory/record.ts';
import type { Users } from '../directory/users.ts';
import type { AppState } from '../http/app-state.ts';
import type { Answers } from './answers.ts';
import { begin, idOf, note, parametersOfBody, parametersOfQuery } from './request.ts';
import { writeRequestOf } from './write-request.ts';
import type { Writes } from './write-request.ts';

type Deps = {
  users: Pick<Users, 'find'>;
  answers: Answers<UserRecord>;
  writes: Writes<UserRecord>;
  newId: () => string;
};

/** `/Users` (RFC 7644 section 3). */
export function addUserRoutes(router: Router<AppState>, { users, answers, writes, newId }: Deps): void {
  router.get('/Users', (ctx) => answers.many(ctx, begin(ctx, '/Users', 'list', 'users:read'), parametersOfQuery(ctx)));

  router.post('/Users/.search', (ctx) => {
    const company = begin(ctx, '/Users/.search', 'list', 'users:read');
    return answers.many(ctx, company, parametersOfBody(ctx.request.body));
  });

  router.get('/Users/:id', async (ctx) => {
    const company = begin(ctx, '/Users/{id}', 'read', 'users:read');
    const user = await users.find(company.id, idOf(ctx));
    note(ctx, { userId: user.id });
    await answers.read(ctx, company.id, user);
  });

  router.post('/Users', async (ctx) => {
    const company = begin(ctx, '/Users', 'create', 'users:write');
    await answers.one(ctx, 201, company.id, await writes.create(writeRequestOf(ctx, company), newId()));
  });

  router.put('/Users/:id', async (ctx) => {
    const company = begin(ctx, '/Users/{id}', 'update', 'users:write');
    await answers.one(ctx, 200, company.id, await writes.replace(writeRequestOf(ctx, company), idOf(ctx)));
  });

  router.patch('/Users/:id', async (ctx) => {
    const company = begin(ctx, '/Users/{id}', 'update', 'users:write');
    await answers.one(ctx, 200, company.id, await writes.patch(writeRequestOf(ctx, company), idOf(ctx)));
  });

  router.delete('/Users/:id', async (ctx) => {
    const company = begin(ctx, '/Users/{id}', 'delete', 'users:write');
    await writes.remove(writeRequestOf(ctx, company), idOf(ctx));
    ctx.status = 204;
  });
}
