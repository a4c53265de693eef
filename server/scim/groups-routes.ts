import type Router from '@koa/router';
import type { JsonObject } from '../../shared/scim/json.ts';
import type { Groups } from '../directory/groups.ts';
import type { GroupRecord, MemberChange } from '../directory/record.ts';
import type { AppContext, AppState } from '../http/app-state.ts';
import { kindOfGroup, kindOfGroupRead } from './activity-kind.ts';
import { createAnswers } from './answers.ts';
import type { Answers, RouteContext } from './answers.ts';
import { requireMatch } from './etag.ts';
import { applyPatch } from './patch/apply.ts';
import { memberIds } from './patch/members.ts';
import { readOperations } from './patch/operations.ts';
import { presentGroup } from './present.ts';
import { wants } from './projection.ts';
import { begin, idOf, note, parametersOfBody, parametersOfQuery } from './request.ts';
import { GROUP_TYPE } from './schema/group.ts';
import { readResource } from './schema/read-resource.ts';

/** `/Groups` (RFC 7644 section 3). Members never travel inside the resource: they are rows of their own. */
export function addGroupRoutes(router: Router<AppState>, { groups, base }: { groups: Groups; base: string }): void {
  const answers = createAnswers<GroupRecord>({
    type: GROUP_TYPE,
    base,
    list: groups.list,
    async present(companyId, records, projection) {
      const ids = records.map(({ id }) => id);
      const members = wants(projection, 'members') ? await groups.membersOf(companyId, ids) : null;
      return records.map((group) => presentGroup(base, group, members?.get(group.id) ?? null));
    },
  });
  addReading(router, groups, answers);
  addWriting(router, groups, answers);
}

function addReading(router: Router<AppState>, groups: Groups, answers: Answers<GroupRecord>): void {
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

function addWriting(router: Router<AppState>, groups: Groups, answers: Answers<GroupRecord>): void {
  router.post('/Groups', async (ctx) => {
    const company = begin(ctx, '/Groups', 'group', 'groups:write');
    const { resource, ids } = readGroup(ctx.request.body);
    note(ctx, { kind: kindOfGroup(groups.looksLikeTestGroup(namesOf(resource))) });
    await answers.one(ctx, 201, company.id, await groups.create(company.id, resource, ids));
  });

  type Next = (current: GroupRecord) => { resource: JsonObject; members: MemberChange[] };

  async function change(ctx: RouteContext, next: Next): Promise<void> {
    const company = begin(ctx, '/Groups/{id}', 'group', 'groups:write');
    const { after } = await groups.change(company.id, idOf(ctx), (current) => {
      meet(ctx, groups, current);
      return next(current);
    });
    await answers.one(ctx, 200, company.id, after);
  }

  router.put('/Groups/:id', (ctx) =>
    change(ctx, () => {
      const { resource, ids } = readGroup(ctx.request.body);
      return { resource, members: [{ kind: 'set', ids }] };
    }),
  );

  router.patch('/Groups/:id', (ctx) =>
    change(ctx, (current) => applyPatch(GROUP_TYPE, current.resource, readOperations(ctx.request.body))),
  );

  router.delete('/Groups/:id', async (ctx) => {
    const company = begin(ctx, '/Groups/{id}', 'group', 'groups:write');
    await groups.remove(company.id, idOf(ctx), (current) => meet(ctx, groups, current));
    ctx.status = 204;
  });
}

/** What is known once a write has met its group: which kind of group it is, and whether it is the version meant. */
function meet(ctx: AppContext, groups: Groups, current: GroupRecord): void {
  note(ctx, { kind: kindOfGroup(groups.looksLikeTestGroup(current)) });
  requireMatch(ctx.get('If-Match'), current.version);
}

/** A group's body, with its members apart. */
function readGroup(body: unknown): { resource: JsonObject; ids: string[] } {
  const { members, ...resource } = readResource(GROUP_TYPE, body);
  return { resource, ids: memberIds(members ?? null) };
}

function namesOf({ displayName, externalId }: JsonObject): Pick<GroupRecord, 'displayName' | 'externalId'> {
  return {
    displayName: typeof displayName === 'string' ? displayName : '',
    externalId: typeof externalId === 'string' ? externalId : null,
  };
}
