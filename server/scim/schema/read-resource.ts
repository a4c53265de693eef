import { isJsonObject } from '../../../shared/scim/json.ts';
import type { Json, JsonObject } from '../../../shared/scim/json.ts';
import { invalid } from '../../errors.ts';
import type { Attribute, ResourceType, Schema } from './attribute.ts';
import { findExtension, parseAttributePath, resolvePath } from './attribute-path.ts';
import { readObject, readValue } from './value.ts';

/**
 * Reads the body of a create or a replace into the form that is kept. Unknown and read-only attributes are ignored
 * (RFC 7644 sections 3.3 and 3.5.1), `null` and `[]` count as absent. Throws 400 invalidSyntax when it is no object,
 * invalidValue with the path for wrong types and for required attributes without a value.
 */
export function readResource(type: ResourceType, body: unknown): JsonObject {
  if (!isJsonObject(body)) throw invalid('invalidSyntax', `The body must be one JSON object: a ${type.name}.`);
  refuseOtherSchemas(type, body);
  const resource: JsonObject = {};
  for (const [name, value] of Object.entries(body)) readInto(type, resource, name, value);
  requireValues(type, resource);
  return withSchemas(type, resource);
}

function readInto(type: ResourceType, resource: JsonObject, name: string, value: Json): void {
  const { extension, attribute } = targetOf(type, name);
  if (extension) {
    readExtension(resource, extension, attribute ? { [attribute.name]: value } : value);
  } else if (attribute && attribute.mutability !== 'readOnly') {
    const kept = readValue(attribute, value, attribute.name);
    if (kept !== undefined) resource[attribute.name] = kept;
  }
}

/** What a name at the top of a body stands for: an attribute, a whole extension, or nothing that there is. */
type Target = { extension: Schema | null; attribute: Attribute | null };

/** Names as they are declared, which is how most clients write them: to take them apart costs more than to read their values. */
const declared = new WeakMap<ResourceType, Map<string, Target>>();

function targetOf(type: ResourceType, name: string): Target {
  const known = declared.get(type) ?? new Map<string, Target>();
  declared.set(type, known);
  const before = known.get(name);
  if (before) return before;
  const target = findTarget(type, name);
  if (name === target.attribute?.name || name === target.extension?.id) known.set(name, target);
  return target;
}

function findTarget(type: ResourceType, name: string): Target {
  const whole = findExtension(type, name);
  if (whole) return { extension: whole, attribute: null };
  const path = parseAttributePath(name);
  return (path && path.sub === null ? resolvePath(type, path) : null) ?? { extension: null, attribute: null };
}

function readExtension(resource: JsonObject, extension: Schema, value: Json): void {
  if (value === null) return;
  if (!isJsonObject(value)) throw invalid('invalidValue', `${extension.id} must be an object.`);
  const kept = readObject(extension.attributes, value, `${extension.id}:`);
  const before = resource[extension.id];
  if (kept) resource[extension.id] = { ...(isJsonObject(before) ? before : {}), ...kept };
}

/** A client of another version, or on the wrong endpoint, is told so; one that names no schemas is taken at its word. */
function refuseOtherSchemas(type: ResourceType, body: JsonObject): void {
  const key = Object.keys(body).find((name) => name.toLowerCase() === 'schemas');
  const schemas = key === undefined ? null : (body[key] ?? null);
  if (schemas === null) return;
  if (!Array.isArray(schemas) || schemas.some((urn) => typeof urn !== 'string')) {
    throw invalid('invalidValue', 'schemas must be a list of URNs.');
  }
  const names = schemas.filter((urn) => typeof urn === 'string').map((urn) => urn.toLowerCase());
  const known = [type.core, ...type.extensions].some((schema) => names.includes(schema.id.toLowerCase()));
  if (names.length > 0 && !known) {
    throw invalid('invalidValue', `schemas must name ${type.core.id}: this is the SCIM 2.0 endpoint ${type.endpoint}.`);
  }
}

/** Throws when an attribute that the resource must have is missing or blank. */
export function requireValues(type: ResourceType, resource: JsonObject): void {
  const missing = type.core.attributes.find((attribute) => attribute.required && isBlank(resource, attribute));
  if (missing) throw invalid('invalidValue', `${missing.name} is required and must not be empty.`);
}

function isBlank(resource: JsonObject, attribute: Attribute): boolean {
  const value = resource[attribute.name];
  return typeof value !== 'string' || value.trim() === '';
}

/** The resource with `schemas` first: its own, and those of the extensions that it has values of. */
export function withSchemas(type: ResourceType, resource: JsonObject): JsonObject {
  const extensions = type.extensions.map((extension) => extension.id).filter((id) => resource[id] !== undefined);
  const schemas = [type.core.id, ...extensions];
  return Object.assign({ schemas }, resource, { schemas });
}

/** Keeps what the account cannot lose: attributes that are not clearable stay as they were when the new body has none. */
export function keepUnclearable(type: ResourceType, before: JsonObject, after: JsonObject): JsonObject {
  const kept = { ...after };
  for (const attribute of type.core.attributes) {
    const value = before[attribute.name];
    if (!attribute.clearable && kept[attribute.name] === undefined && value !== undefined) kept[attribute.name] = value;
  }
  return kept;
}
