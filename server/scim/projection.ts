import { isJsonObject } from '../../shared/scim/json.ts';
import type { Json, JsonObject } from '../../shared/scim/json.ts';
import type { Text } from '../directory/record.ts';
import { attributesOf } from './schema/attribute.ts';
import type { Attribute, ResourceType, Schema } from './schema/attribute.ts';
import { findExtension, parseAttributePath, resolvePath } from './schema/attribute-path.ts';
import type { ResolvedPath } from './schema/attribute-path.ts';

/** What a name in `attributes` or `excludedAttributes` stands for: an attribute, or a whole extension. */
type Named = ResolvedPath | { extension: Schema; attribute: null; sub: null };

/** Which attributes an answer has (RFC 7644 section 3.9). */
export type Projection = { kind: 'all' } | { kind: 'only' | 'without'; named: Named[] };

/** Reads both parameters; unknown names are ignored, and `attributes` goes first when there are both. */
export function readProjection(type: ResourceType, attributes: string[], excluded: string[]): Projection {
  const [kind, names] = attributes.length > 0 ? (['only', attributes] as const) : (['without', excluded] as const);
  if (names.length === 0) return { kind: 'all' };
  // A name that is there a thousand times is looked for once in every resource.
  const different = [...new Set(names.map((name) => name.toLowerCase()))];
  return { kind, named: different.map((name) => findNamed(type, name)).filter((found) => found !== null) };
}

function findNamed(type: ResourceType, name: string): Named | null {
  const extension = findExtension(type, name);
  if (extension) return { extension, attribute: null, sub: null };
  const path = parseAttributePath(name);
  return path ? resolvePath(type, path) : null;
}

/** Whether anything of an attribute is asked for: lists in a table of their own are not even read otherwise. */
export function wants(projection: Projection, name: string): boolean {
  if (projection.kind === 'all') return true;
  const named = projection.named.filter(({ attribute }) => attribute?.name === name);
  return projection.kind === 'only' ? named.length > 0 : !named.some(({ sub }) => sub === null);
}

/** Resources with commas between them, as JSON text, with what is asked for. Whole ones are passed on as they are. */
export function projectText(type: ResourceType, text: Text, projection: Projection): Text {
  if (projection.kind === 'all') return text;
  const resources = JSON.parse(`[${text.toString()}]`) as JsonObject[];
  return resources.map((resource) => JSON.stringify(project(type, resource, projection))).join(',');
}

/** The resource with what is asked for; `returned: always` attributes stay (RFC 7643 section 7). */
function project(type: ResourceType, resource: JsonObject, projection: Projection): JsonObject {
  switch (projection.kind) {
    case 'all':
      return resource;
    case 'only':
      return only(type, resource, projection.named);
    case 'without':
      return projection.named.reduce(without, resource);
  }
}

function only(type: ResourceType, resource: JsonObject, named: Named[]): JsonObject {
  const kept: JsonObject = {};
  for (const { name, returned } of attributesOf(type)) {
    const value = resource[name];
    if (returned === 'always' && value !== undefined) kept[name] = value;
  }
  for (const { extension, attribute, sub } of named) {
    if (extension && !attribute) copy(resource, kept, extension.id);
    else if (extension && attribute) keepInside(resource, kept, extension.id, attribute, sub);
    else if (attribute) keep(resource, kept, attribute, sub);
  }
  // Behind all of them: until then the elements of a list are told from each other by their places.
  return assigned(kept);
}

/** Without what is unassigned, which is left out (RFC 7643 section 2.5): what has nothing of what was picked from it. */
function assigned(picked: JsonObject): JsonObject {
  const entries = Object.entries(picked).map(([name, value]) => [name, filled(value)] as const);
  return Object.fromEntries(entries.filter((entry): entry is [string, Json] => entry[1] !== undefined));
}

function filled(value: Json): Json | undefined {
  if (Array.isArray(value)) {
    const rest = value.filter((element) => filled(element) !== undefined);
    return rest.length > 0 || value.length === 0 ? rest : undefined;
  }
  return isJsonObject(value) && Object.keys(value).length === 0 ? undefined : value;
}

function keepInside(from: JsonObject, to: JsonObject, urn: string, attribute: Attribute, sub: Attribute | null): void {
  const part = from[urn];
  if (!isJsonObject(part)) return;
  const before = to[urn];
  const kept: JsonObject = isJsonObject(before) ? { ...before } : {};
  keep(part, kept, attribute, sub);
  to[urn] = assigned(kept);
}

function keep(from: JsonObject, to: JsonObject, { name }: Attribute, sub: Attribute | null): void {
  const value = from[name];
  if (value === undefined) return;
  to[name] = sub === null ? value : merge(to[name], pick(value, sub.name));
}

function copy(from: JsonObject, to: JsonObject, name: string): void {
  const value = from[name];
  if (value !== undefined) to[name] = value;
}

function pick(value: Json, name: string): Json {
  if (Array.isArray(value)) return value.map((element) => pick(element, name));
  const part = isJsonObject(value) ? value[name] : undefined;
  return part === undefined ? {} : { [name]: part };
}

/** Two picks from the same value, as one. */
function merge(before: Json | undefined, picked: Json): Json {
  if (Array.isArray(before) && Array.isArray(picked)) {
    return picked.map((element, index) => merge(before[index], element));
  }
  return isJsonObject(before) && isJsonObject(picked) ? { ...before, ...picked } : picked;
}

function without(resource: JsonObject, { extension, attribute, sub }: Named): JsonObject {
  if (attribute?.returned === 'always') return resource;
  if (!extension) return attribute ? drop(resource, attribute, sub) : resource;
  const part = resource[extension.id];
  if (!isJsonObject(part)) return resource;
  const rest = attribute ? drop(part, attribute, sub) : {};
  return setOrRemove(resource, extension.id, Object.keys(rest).length > 0 ? rest : undefined);
}

function drop(resource: JsonObject, { name }: Attribute, sub: Attribute | null): JsonObject {
  const value = resource[name];
  if (value === undefined) return resource;
  return setOrRemove(resource, name, sub === null ? undefined : filled(dropPart(value, sub.name)));
}

function dropPart(value: Json, name: string): Json {
  if (Array.isArray(value)) return value.map((element) => dropPart(element, name));
  return isJsonObject(value) ? setOrRemove(value, name, undefined) : value;
}

function setOrRemove(object: JsonObject, name: string, value: Json | undefined): JsonObject {
  const entries = Object.entries(object).filter(([other]) => other !== name);
  return Object.fromEntries(value === undefined ? entries : [...entries, [name, value]]);
}
