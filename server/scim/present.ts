import type { Answerable, AnswerableUser, Link } from '../directory/record.ts';
import { etagOf } from './etag.ts';
import type { ResourceType } from './schema/attribute.ts';
import { GROUP_TYPE } from './schema/group.ts';
import { USER_TYPE } from './schema/user.ts';

/** What our own ids are made of: looking costs less than encoding. */
const PLAIN = /^[\w-]*$/;

/** The address of a resource: absolute, from configuration, never from the Host header. */
export function locationOf(base: string, type: ResourceType, id: string): string {
  return `${base}${type.endpoint}/${PLAIN.test(id) ? id : encodeURIComponent(id)}`;
}

/** A user as it goes over the wire, as JSON text. */
export function presentUser(base: string, user: AnswerableUser): string {
  const groups = user.groups.length === 0 ? '' : `,"groups":${linksText(base, GROUP_TYPE, 'direct', user.groups)}`;
  return presentResource(base, USER_TYPE, user, groups);
}

/** A group as it goes over the wire, as JSON text; `members` null leaves them out. */
export function presentGroup(base: string, group: Answerable, members: readonly Link[] | null): string {
  const links = members === null ? '' : `,"members":${linksText(base, USER_TYPE, 'User', members)}`;
  return presentResource(base, GROUP_TYPE, group, links);
}

function linksText(base: string, to: ResourceType, type: string, links: readonly Link[]): string {
  return JSON.stringify(links.map(({ id, display }) => ({ value: id, $ref: locationOf(base, to, id), display, type })));
}

/**
 * What is kept is JSON text already: what only the service knows is put around it, and nothing is read or built anew. Ids,
 * times and versions are the service's own, without a character that would have to be escaped.
 */
function presentResource(
  base: string,
  type: ResourceType,
  { id, document, version, createdAt, updatedAt }: Answerable,
  links: string,
): string {
  const location = locationOf(base, type, id);
  const times = `"created":"${createdAt}","lastModified":"${updatedAt}"`;
  const meta = `{"resourceType":"${type.name}",${times},"location":"${location}","version":"${etagOf(version).replaceAll('"', '\\"')}"}`;
  return `{"id":"${id}",${document.slice(1, -1)}${links},"meta":${meta}}`;
}
