import type { AttributePath } from '../../../shared/scim/filter.ts';
import { attributesOf } from './attribute.ts';
import type { Attribute, ResourceType, Schema } from './attribute.ts';

/** A path whose names are known: `extension` is null for core and common attributes. */
export type ResolvedPath = { extension: Schema | null; attribute: Attribute; sub: Attribute | null };

const NAME = /^[A-Za-z$][A-Za-z0-9_$-]*$/;

/** Takes `urn:…:User:name.familyName` apart (RFC 7644 section 3.10); null when it is not a path. */
export function parseAttributePath(path: string): AttributePath | null {
  const isUrn = path.slice(0, 4).toLowerCase() === 'urn:';
  const colon = isUrn ? path.lastIndexOf(':') : -1;
  const schema = isUrn ? path.slice(0, colon) : null;
  const [name = '', sub, ...more] = path.slice(colon + 1).split('.');
  if (more.length > 0 || !NAME.test(name)) return null;
  if (sub !== undefined && !NAME.test(sub)) return null;
  return { schema, name, sub: sub ?? null };
}

/** Every attribute by its name as it is declared and in lower case, by the list that it is in: every body is full of them. */
const byName = new WeakMap<readonly Attribute[], Map<string, Attribute>>();

/** Names are compared without case (RFC 7643 section 2.1). */
export function findAttribute(attributes: readonly Attribute[], name: string): Attribute | null {
  let named = byName.get(attributes);
  if (!named) {
    named = new Map(attributes.flatMap((one) => [one.name, one.name.toLowerCase()].map((key) => [key, one])));
    byName.set(attributes, named);
  }
  return named.get(name) ?? named.get(name.toLowerCase()) ?? null;
}

/** The extension of that URN, or null. */
export function findExtension(type: ResourceType, urn: string): Schema | null {
  const wanted = urn.toLowerCase();
  return type.extensions.find((extension) => extension.id.toLowerCase() === wanted) ?? null;
}

/** Whether the text is the URN of the type's own schema. */
export function isCoreUrn(type: ResourceType, urn: string): boolean {
  return urn.toLowerCase() === type.core.id.toLowerCase();
}

/** Finds what a path names, or null when this type of resource has no such attribute. */
export function resolvePath(type: ResourceType, path: AttributePath): ResolvedPath | null {
  const extension = path.schema === null ? null : findExtension(type, path.schema);
  if (path.schema !== null && extension === null && !isCoreUrn(type, path.schema)) return null;
  const attributes = extension ? extension.attributes : attributesOf(type);
  const attribute = findAttribute(attributes, path.name);
  if (!attribute) return null;
  if (path.sub === null) return { extension, attribute, sub: null };
  const sub = findAttribute(attribute.subAttributes, path.sub);
  return sub ? { extension, attribute, sub } : null;
}
