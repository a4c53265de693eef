import type Router from '@koa/router';
import type { Groups } from '../directory/groups.ts';
import type { Answerable, GroupRecord } from '../directory/record.ts';
import type { AppState } from '../http/app-state.ts';
import { kindOfGroupRead } from './activity-kind.ts';
import type { Answers, RouteContext } from './answers.ts';
import { etagOf } from './etag.ts';
import { begin, idOf, note, parametersOfBody, parametersOfQuery, projectionOfQuery } from './request.ts';
import { readProjection, wants } from './projection.ts';
import { GROUP_TYPE } from './schema/group.ts';
import { writeRequestOf } from './write-request.ts';
import type { Writes } from './write-request.ts';

/** From here on a PATCH is answered without the members: changing one of 100,000 should not read the others. */
const MANY_MEMBERS = 1_000;

type Deps = {
  groups: Pick<Groups, 'find' | 'hasMoreMembersThan' | 'looksLikeTestGroup'>;
  answers: Answers<Answerable>;
  writes: Writes<GroupRecord>;
  newId: () => string;
};

/** `/Groups` (RFC 7644 section 3). Members never travel inside the resource: they are rows of their own. */
export function addGroupRoutes(router: Router<AppState>, deps: Deps): void {
  addReading(router, deps);
  addWriting(router, deps);
}

function addReading(router: Router<AppState>, { groups, answers }: Deps): void {
  router.get('/Groups', (ctx) =>
    answers.many(ctx, begin(ctx, '/Groups', 'list', 'groups:read'), parametersOfQuery(ctx)),
  );

  router.post('/Groups/.search', (ctx) => {
    const company = begin(ctx, '/Groups/.search', 'list', 'groups:read');
    return answers.many(ctx, company, parametersOfBody(ctx.request.body));
  });

  router.get('/Groups/:id', async (ctx) => {
    const company = begin(ctx, '/Groups/{id}', 'read', 'groups:read');
    const group = await groups.find(company.id, idOf(ctx));
    note(ctx, { kind: kindOfGroupRead(groups.looksLikeTestGroup(group)) });
    await answers.read(ctx, company.id, group);
  });
}

function addWriting(router: Router<AppState>, { groups, answers, writes, newId }: Deps): void {
  router.post('/Groups', async (ctx) => {
    const company = begin(ctx, '/Groups', 'group', 'groups:write');
    await answers.one(ctx, 201, company.id, await writes.create(writeRequestOf(ctx, company), newId()));
  });

  router.put('/Groups/:id', async (ctx) => {
    const company = begin(ctx, '/Groups/{id}', 'group', 'groups:write');
    await answers.one(ctx, 200, company.id, await writes.replace(writeRequestOf(ctx, company), idOf(ctx)));
  });

  /** 200 with the whole group, or, where that would be too much to read for a small change, 204 (section 3.5.2). */
  router.patch('/Groups/:id', async (ctx) => {
    const company = begin(ctx, '/Groups/{id}', 'group', 'groups:write');
    const group = await writes.patch(writeRequestOf(ctx, company), idOf(ctx));
    if (asksForEveryMember(ctx) && (await groups.hasMoreMembersThan(company.id, group.id, MANY_MEMBERS))) {
      ctx.set('ETag', etagOf(group.version));
      ctx.status = 204;
      return;
    }
    await answers.one(ctx, 200, company.id, group);
  });

  router.delete('/Groups/:id', async (ctx) => {
    const company = begin(ctx, '/Groups/{id}', 'group', 'groups:write');
    await writes.remove(writeRequestOf(ctx, company), idOf(ctx));
    ctx.status = 204;
  });
}

/** Only without being asked to: who names `attributes` gets them (section 3.5.2). */
function asksForEveryMember(ctx: RouteContext): boolean {
  const { attributes, excludedAttributes } = projectionOfQuery(ctx);
  return attributes.length === 0 && wants(readProjection(GROUP_TYPE, [], excludedAttributes), 'members');
}
