import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import express, { type Response } from 'express';
import SCIMMY from 'scimmy';
import SCIMMYRouters from 'scimmy-routers';
import { answerParent } from './child.ts';
import { bodyOf, userNameOf } from './people.ts';
import { openScimmyStore, type ScimmyUser } from './scimmy-store.ts';
import type { Filled, ServerQuestion, Where } from './server-process.ts';
import { usage } from './usage.ts';

/*
 * scimmy with the store and the handlers that somebody who follows its documentation would write, in a process of its own.
 * Express is version 4: on Express 5 the routers lose startIndex and count.
 */

type UserResource = InstanceType<typeof SCIMMY.Resources.User>;

const KEY = 'bench-key';
const AT_ONCE = 64;

const store = await openScimmyStore((process.env['DATABASE_URL'] ?? '').replace(/^sqlite:/, ''));

SCIMMY.Resources.declare(SCIMMY.Resources.User, {
  extensions: [{ schema: SCIMMY.Schemas.EnterpriseUser, required: false }],
  egress: async (resource: UserResource) => {
    const { id, filter, constraints } = resource;
    if (id) return (await store.byId(id)) ?? notFound(id);
    const userName = askedName(filter);
    if (userName !== undefined) return store.byUserName(userName);
    if (filter) return filter.match(await store.all()) as ScimmyUser[];
    const { users, total } = await store.page(constraints?.startIndex ?? 1, constraints?.count ?? 20);
    // The list is one page already: scimmy takes the total from here, and cuts nothing off that starts behind it.
    resource.constraints = Object.assign(constraints ?? {}, { totalResults: total });
    return users;
  },
  ingress: async ({ id }: UserResource, data: { userName: string }, response: Response) => {
    const document = JSON.stringify(data);
    if (id) return (await store.replace(id, data.userName, document)) ?? notFound(id);
    const made = await store.create(data.userName, document);
    // RFC 7644 section 3.3 asks for it; the routers leave it out.
    response.location(`/scim/v2/Users/${made.id}`);
    return made;
  },
  degress: async ({ id = '' }: UserResource) => {
    if (!(await store.remove(id))) notFound(id);
  },
});

const app = express();
app.use(
  '/scim/v2',
  new SCIMMYRouters({
    type: 'bearer',
    handler: (request) => {
      if (request.header('Authorization') !== `Bearer ${KEY}`) throw new Error('Unknown token');
      return 'bench';
    },
    context: (request) => request.res,
  }),
);
const server = app.listen(0, '127.0.0.1');
await once(server, 'listening');

answerParent(
  (asked) => {
    const question = asked as ServerQuestion;
    switch (question.kind) {
      case 'where':
        return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` } satisfies Where;
      case 'fill':
        return fill(question.users);
      case 'usage':
        return usage();
    }
  },
  async () => {
    server.close();
    await store.close();
  },
);

/** The text that a filter `userName eq "..."` asks for, and nothing else beside it. */
function askedName(filter: readonly object[] | undefined): string | undefined {
  const [condition, ...others] = filter ?? [];
  const [[attribute, comparison] = [], ...further] = Object.entries(condition ?? {});
  if (others.length > 0 || further.length > 0 || attribute?.toLowerCase() !== 'username') return undefined;
  const [operator, value] = comparison as unknown[];
  return operator === 'eq' && typeof value === 'string' ? value : undefined;
}

function notFound(id: string): never {
  throw new SCIMMY.Types.Error(404, null as never, `Resource ${id} not found`);
}

async function fill(users: number): Promise<Filled> {
  const ids: string[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let number = next++; number < users; number = next++) {
      const { id } = await store.create(userNameOf(number), JSON.stringify(bodyOf(number)));
      ids[number] = id;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return { key: KEY, ids };
}
