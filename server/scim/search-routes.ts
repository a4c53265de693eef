import type Router from '@koa/router';
import type { Directory } from '../directory/directory.ts';
import type { Found, Text } from '../directory/record.ts';
import type { AppContext, AppState } from '../http/app-state.ts';
import { requireScope } from '../http/authenticate-key.ts';
import { sendScim } from '../http/send-scim.ts';
import { kindOfList } from './activity-kind.ts';
import { readListRequest } from './list-query.ts';
import type { ListParameters } from './list-query.ts';
import { answerList } from './list-response.ts';
import { fill } from './present.ts';
import { projectText, readProjection } from './projection.ts';
import { begin, note, parametersOfBody, parametersOfQuery } from './request.ts';
import { groupPresent, userPresent } from './resource-answers.ts';
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
    const found = await answerList(request, async (query) => {
      const { records, total, isFull } = await directory.search.list(id, query);
      const texts = await present(id, records, parameters);
      const ids = records.map(({ record }) => record.id).sort();
      const [first = null, last = null] = [ids[0], ids.at(-1)];
      return { text: texts.join(','), shown: records.length, total, isFull, first, last };
    });
    sendScim(ctx, 200, found);
  }

  router.get('/', (ctx) => answer(ctx, '/', () => parametersOfQuery(ctx)));
  router.post('/.search', (ctx) => answer(ctx, '/.search', () => parametersOfBody(ctx.request.body)));
}

/** Both types as they are answered alone, in the order of the list. */
function createPresent(directory: Directory, base: string) {
  const ofUsers = userPresent(base);
  const ofGroups = groupPresent(directory, base);

  return async (companyId: string, found: Found[], parameters: ListParameters): Promise<Text[]> => {
    const { attributes, excludedAttributes } = parameters;
    const users = readProjection(USER_TYPE, attributes, excludedAttributes);
    const groups = readProjection(GROUP_TYPE, attributes, excludedAttributes);
    const records = found.flatMap((one) => (one.type === 'Group' ? [one.record] : []));
    const membersOf = await ofGroups.linksOf(companyId, records, groups);
    return found.map(({ type, record }) =>
      type === 'User'
        ? projectText(USER_TYPE, fill(ofUsers.frame(users), record, record.groups), users)
        : projectText(GROUP_TYPE, fill(ofGroups.frame(groups), record, membersOf(record)), groups),
    );
  };
}
