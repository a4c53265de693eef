import { GROUP_SCHEMA, USER_SCHEMA } from '../../../shared/scim/urns.ts';
import type { Plot } from './shared-ground.ts';

/** Revokes every key of the plot's company. */
export async function revokeKeys({ support, path }: Plot): Promise<void> {
  const { keys } = (await support.get(`${path}/keys`)).body as { keys: { id: string; revokedAt: string | null }[] };
  for (const { id, revokedAt } of keys) if (revokedAt === null) await support.delete(`${path}/keys/${id}`);
}

/** Somebody's ordinary account. Answers its id. */
export async function addUser(plot: Plot, userName: string): Promise<string> {
  const user = await scim(plot, 'POST', '/Users', { schemas: [USER_SCHEMA], userName });
  return (user as { id: string }).id;
}

/** A group of somebody's, of the very name that JumpCloud's test uses. */
export async function groupOfTheTest(plot: Plot): Promise<void> {
  const members = [{ value: await addUser(plot, `member@${plot.domain}`) }];
  await scim(plot, 'POST', '/Groups', { schemas: [GROUP_SCHEMA], displayName: 'group-name', members });
}

/** Takes that group away again. */
export async function removeGroupOfTheTest(plot: Plot): Promise<void> {
  const list = (await scim(plot, 'GET', '/Groups?filter=displayName%20eq%20%22group-name%22')) as {
    Resources: { id: string }[];
  };
  for (const { id } of list.Resources) await scim(plot, 'DELETE', `/Groups/${id}`);
}

async function scim({ server, keys }: Plot, method: string, path: string, body?: unknown): Promise<unknown> {
  const answer = await fetch(`${server.url}/scim/v2${path}`, {
    method,
    headers: { Authorization: `Bearer ${keys.at(-1) ?? ''}`, 'Content-Type': 'application/scim+json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!answer.ok) throw new Error(`${method} ${path} answered ${String(answer.status)}`);
  return answer.status === 204 ? null : answer.json();
}
