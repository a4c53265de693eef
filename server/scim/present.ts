import type { GroupRecord, Link, UserRecord } from '../directory/record.ts';
import { etagOf } from './etag.ts';
import type { ResourceType } from './schema/attribute.ts';
import { GROUP_TYPE } from './schema/group.ts';
import { USER_TYPE } from './schema/user.ts';

/** The address of a resource: absolute, from configuration, never from the Host header. */
export function locationOf(base: string, type: ResourceType, id: string): string {
  return `${base}${type.endpoint}/${encodeURIComponent(id)}`;
}

/** A user as it goes over the wire, as JSON text. */
export function presentUser(base: string, user: UserRecord): string {
  const groups = user.groups.length === 0 ? '' : `,"groups":${linksText(base, GROUP_TYPE, 'direct', user.groups)}`;
  return presentResource(base, USER_TYPE, user, groups);
}

/** A group as it goes over the wire, as JSON text; `members` null leaves them out. */
export function presentGroup(base: string, group: GroupRecord, members: readonly Link[] | null): string {
  const links = members === null ? '' : `,"members":${linksText(base, USER_TYPE, 'User', members)}`;
  return presentResource(base, GROUP_TYPE, group, links);
}

function linksText(base: string, to: ResourceType, type: string, links: readonly Link[]): string {
  return JSON.stringify(links.map(({ id, display }) => ({ value: id, $ref: locationOf(base, to, id), display, type })));
}

/** What is kept is JSON text already: what only the service knows is put around it, and nothing is read or built anew. */
function presentResource(
  base: string,
  type: ResourceType,
  { id, document, version, createdAt, updatedAt }: UserRecord | GroupRecord,
  links: string,
): string {
  const meta = {
    resourceType: type.name,
    created: createdAt,
    lastModified: updatedAt,
    location: locationOf(base, type, id),
    version: etagOf(version),
  };
  return `{"id":${JSON.stringify(id)},${document.slice(1, -1)}${links},"meta":${JSON.stringify(meta)}}`;
}
