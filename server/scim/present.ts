import type { Answerable, Frame, Link, LinksFrame } from '../directory/record.ts';
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

/** A user as it goes over the wire. */
export function userFrame(base: string): Frame {
  return resourceFrame(base, USER_TYPE, linksFrame(base, 'groups', GROUP_TYPE, 'direct', false));
}

/** A group as it goes over the wire, with or without its members. */
export function groupFrame(base: string, withMembers: boolean): Frame {
  return resourceFrame(base, GROUP_TYPE, withMembers ? linksFrame(base, 'members', USER_TYPE, 'User', true) : '');
}

/**
 * What is kept is JSON text already: what only the service knows is put before it, and nothing is read or built anew; what is
 * kept ends the object, so that it is copied once. Ids, times and versions are the service's own, without a character that would
 * have to be escaped.
 */
function resourceFrame(base: string, type: ResourceType, links: LinksFrame | ''): Frame {
  const [id, content, version] = [{ slot: 'id' }, { slot: 'content' }, { slot: 'version' }] as const;
  const [createdAt, updatedAt] = [{ slot: 'createdAt' }, { slot: 'updatedAt' }] as const;
  const times = [createdAt, '","lastModified":"', updatedAt] as const;
  const address = `","location":"${jsonInside(`${base}${type.endpoint}/`)}`;
  const [beforeVersion = '', afterVersion = ''] = jsonInside(etagOf('|')).split('|');
  const meta = [...times, address, id, `","version":"${beforeVersion}`, version, `${afterVersion}"},`];
  return ['{"id":"', id, '"', links, `,"meta":{"resourceType":"${type.name}","created":"`, ...meta, content];
}

function linksFrame(base: string, name: string, to: ResourceType, type: string, evenEmpty: boolean): LinksFrame {
  const [id, display] = [{ slot: 'id' }, { slot: 'display' }] as const;
  const address = `","$ref":"${jsonInside(`${base}${to.endpoint}/`)}`;
  const each = ['{"value":"', id, address, id, '","display":', display, `,"type":"${type}"}`];
  return { before: `,"${name}":[`, each, after: ']', evenEmpty };
}

/** A text as it stands between the quotes of JSON. */
function jsonInside(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}

/** One resource put together by its frame, as JSON text; stores do the same with whole pages. */
export function fill(frame: Frame, resource: Answerable, links: readonly Link[]): string {
  let text = '';
  for (const piece of frame) {
    if (typeof piece === 'string') text += piece;
    else if (!('slot' in piece)) text += fillLinks(piece, links);
    else text += piece.slot === 'content' ? resource.document.slice(1) : String(resource[piece.slot]);
  }
  return text;
}

function fillLinks({ before, each, after, evenEmpty }: LinksFrame, links: readonly Link[]): string {
  if (links.length === 0 && !evenEmpty) return '';
  const filled = links.map(({ id, display }) =>
    each
      .map((piece) => (typeof piece === 'string' ? piece : piece.slot === 'id' ? id : JSON.stringify(display)))
      .join(''),
  );
  return `${before}${filled.join(',')}${after}`;
}
