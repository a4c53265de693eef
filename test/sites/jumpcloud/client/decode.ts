import { ScimFailure } from './calls.ts';

/** A decoded JSON object. */
export type Json = Readonly<Record<string, unknown>>;

/** A resource whose id is known to be a string; everything else is as the server sent it. */
export interface Resource {
  readonly id: string;
  readonly json: Json;
}

/** A decoded ListResponse. */
export interface Listing {
  readonly totalResults: number;
  readonly resources: readonly Resource[];
}

type Kind = 'string' | 'boolean' | 'number' | 'object' | 'array';

const userKinds: Readonly<Record<string, Kind>> = {
  schemas: 'array',
  userName: 'string',
  externalId: 'string',
  displayName: 'string',
  nickName: 'string',
  title: 'string',
  userType: 'string',
  locale: 'string',
  preferredLanguage: 'string',
  timezone: 'string',
  active: 'boolean',
  name: 'object',
  meta: 'object',
  emails: 'array',
  phoneNumbers: 'array',
  addresses: 'array',
  photos: 'array',
  groups: 'array',
  roles: 'array',
};

const groupKinds: Readonly<Record<string, Kind>> = {
  schemas: 'array',
  displayName: 'string',
  externalId: 'string',
  members: 'array',
  meta: 'object',
};

function kindOf(value: unknown): Kind | 'null' | 'other' {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  const type = typeof value;
  return type === 'string' || type === 'boolean' || type === 'number' || type === 'object' ? type : 'other';
}

function refuse(what: string, expected: string, value: unknown): never {
  throw new ScimFailure(`cannot decode ${what}: expected ${expected}, found ${kindOf(value)}`, null);
}

function isJson(value: unknown): value is Json {
  return kindOf(value) === 'object';
}

function checkMultiValued(name: string, value: unknown): void {
  if (!Array.isArray(value)) return;
  value.forEach((item: unknown, index) => {
    const at = `${name}[${index}]`;
    if (name === 'schemas') {
      if (typeof item !== 'string') refuse(at, 'string', item);
      return;
    }
    if (!isJson(item)) refuse(at, 'object', item);
    if (item['value'] !== undefined && typeof item['value'] !== 'string')
      refuse(`${at}.value`, 'string', item['value']);
    if (item['primary'] !== undefined && typeof item['primary'] !== 'boolean')
      refuse(`${at}.primary`, 'boolean', item['primary']);
  });
}

function decodeResource(body: unknown, kinds: Readonly<Record<string, Kind>>, required: readonly string[]): Resource {
  if (!isJson(body)) refuse('a resource', 'object', body);
  const id = body['id'];
  if (typeof id !== 'string' || id === '') refuse('id', 'string', id);
  for (const name of required) if (body[name] === undefined || body[name] === null) refuse(name, 'a value', body[name]);
  for (const [name, kind] of Object.entries(kinds)) {
    const value = body[name];
    // RFC 7643 section 2.5: null says the same as nothing.
    if (value === undefined || value === null) continue;
    if (kindOf(value) !== kind) refuse(name, kind, value);
    if (kind === 'array') checkMultiValued(name, value);
  }
  return { id, json: body };
}

/** Strict decoding of a User, types as RFC 7643 says ("we only support the id as type string", JumpCloud's troubleshooting page). */
export function decodeUser(body: unknown): Resource {
  return decodeResource(body, userKinds, ['schemas', 'userName']);
}

/** Strict decoding of a Group. */
export function decodeGroup(body: unknown): Resource {
  return decodeResource(body, groupKinds, ['schemas', 'displayName']);
}

/** Strict decoding of a ListResponse; `Resources` must be an array even when nothing was found. */
export function decodeList(body: unknown, decode: (item: unknown) => Resource): Listing {
  if (!isJson(body)) refuse('a list', 'object', body);
  const { totalResults, Resources: resources, schemas } = body;
  if (!Array.isArray(schemas)) refuse('schemas', 'array', schemas);
  if (typeof totalResults !== 'number') refuse('totalResults', 'number', totalResults);
  if (!Array.isArray(resources)) refuse('Resources', 'array', resources);
  return { totalResults, resources: resources.map((item: unknown) => decode(item)) };
}
