import type Router from '@koa/router';
import type { Directory } from '../directory/directory.ts';
import type { Found, GroupRecord, UserRecord } from '../directory/record.ts';
import type { AppContext, AppState } from '../http/app-state.ts';
import { requireScope } from '../http/authenticate-key.ts';
import { sendScim } from '../http/send-scim.ts';
import { kindOfList } from './activity-kind.ts';
import { readListRequest } from './list-query.ts';
import type { ListParameters } from './list-query.ts';
import { answerList } from './list-response.ts';
import { projectTexts, readProjection } from './projection.ts';
import { begin, note, parametersOfBody, parametersOfQuery } from './request.ts';
import { groupPresenter, userPresenter } from './resource-answers.ts';
import { GROUP_TYPE } from './schema/group.ts';
import { USER_TYPE } from './schema/user.ts';

/** Lists of every type of resource: a query of the root, and `.search` there (RFC 7644 sections 3.4.2.1 and 3.4.3). */
export function addSearchRoutes(router: Router<AppState>, directory: Directory, base: string): void {
  const present = createPresent(directory, base);

  async function answer(ctx: AppContext, route: string, parametersOf: () => ListParameters): Promise<void> {
    const { id } = begin(ctx, route, 'list', 'users:read');
    requireScope(ctx, 'groups:read');
    const parameters = parametersOf();
    const request = readListRequest('', parameters);
    note(ctx, { kind: kindOfList(request.query.filter) });
    const found = await answerList<Found & { id: string }>(
      request,
      async (query) => {
        const { records, total } = await directory.search.list(id, query);
        return { records: records.map((one) => ({ ...one, id: one.record.id })), total };
      },
      (records) => present(id, records, parameters),
    );
    sendScim(ctx, 200, found);
  }

  router.get('/', (ctx) => answer(ctx, '/', () => parametersOfQuery(ctx)));
  router.post('/.search', (ctx) => answer(ctx, '/.search', () => parametersOfBody(ctx.request.body)));
}

/** Both types as they are answered alone, in the order of the list. */
function createPresent(directory: Directory, base: string) {
  const presentUsers = userPresenter(base);
  const presentGroups = groupPresenter(directory, base);

  return async (companyId: string, found: Found[], parameters: ListParameters): Promise<string[]> => {
    const { attributes, excludedAttributes } = parameters;
    const ofUsers = readProjection(USER_TYPE, attributes, excludedAttributes);
    const ofGroups = readProjection(GROUP_TYPE, attributes, excludedAttributes);
    const users = recordsOf('User', found);
    const groups = recordsOf('Group', found);
    const userTexts = projectTexts(USER_TYPE, await presentUsers(companyId, users, ofUsers), ofUsers);
    const groupTexts = projectTexts(GROUP_TYPE, await presentGroups(companyId, groups, ofGroups), ofGroups);
    const byId = new Map([
      ...users.map(({ id }, index) => [id, userTexts[index]] as const),
      ...groups.map(({ id }, index) => [id, groupTexts[index]] as const),
    ]);
    return found.map(({ record }) => byId.get(record.id) ?? '{}');
  };
}

function recordsOf(type: 'User', found: Found[]): UserRecord[];
function recordsOf(type: 'Group', found: Found[]): GroupRecord[];
function recordsOf(type: Found['type'], found: Found[]): (UserRecord | GroupRecord)[] {
  return found.filter((one) => one.type === type).map(({ record }) => record);
}
