import type { JsonObject } from '../../shared/scim/json.ts';
import type { GroupRecord, Link, UserRecord } from '../directory/record.ts';
import { etagOf } from './etag.ts';
import type { ResourceType } from './schema/attribute.ts';
import { GROUP_TYPE } from './schema/group.ts';
import { USER_TYPE } from './schema/user.ts';

/** The address of a resource: absolute, from configuration, never from the Host header. */
export function locationOf(base: string, type: ResourceType, id: string): string {
  return `${base}${type.endpoint}/${encodeURIComponent(id)}`;
}

/** A user as it goes over the wire; `groups` null leaves them out. */
export function presentUser(base: string, user: UserRecord, groups: readonly Link[] | null): JsonObject {
  const links = (groups ?? []).map(({ id, display }) => ({
    value: id,
    $ref: locationOf(base, GROUP_TYPE, id),
    display,
    type: 'direct',
  }));
  return presentResource(base, USER_TYPE, user, links.length > 0 ? { groups: links } : {});
}

/** A group as it goes over the wire; `members` null leaves them out. */
export function presentGroup(base: string, group: GroupRecord, members: readonly Link[] | null): JsonObject {
  if (members === null) return presentResource(base, GROUP_TYPE, group, {});
  const links = members.map(({ id, display }) => ({
    value: id,
    $ref: locationOf(base, USER_TYPE, id),
    display,
    type: 'User',
  }));
  return presentResource(base, GROUP_TYPE, group, { members: links });
}

function presentResource(
  base: string,
  type: ResourceType,
  { id, resource, version, createdAt, updatedAt }: UserRecord | GroupRecord,
  links: JsonObject,
): JsonObject {
  const { schemas = [type.core.id], ...attributes } = resource;
  const meta = {
    resourceType: type.name,
    created: createdAt,
    lastModified: updatedAt,
    location: locationOf(base, type, id),
    version: etagOf(version),
  };
  return { schemas, id, ...attributes, ...links, meta };
}
