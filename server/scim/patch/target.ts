import type { Filter } from '../../../shared/scim/filter.ts';
import { invalid } from '../../errors.ts';
import { parsePatchPath } from '../filter/parse.ts';
import { resolveElementFilter } from '../filter/resolve.ts';
import type { ResolvedFilter } from '../filter/resolve.ts';
import type { Attribute, ResourceType, Schema } from '../schema/attribute.ts';
import { findExtension, isCoreUrn, resolvePath } from '../schema/attribute-path.ts';

/** What an operation changes: the whole resource, a whole extension, or an attribute. */
export type Target =
  | { kind: 'resource' }
  | { kind: 'extension'; extension: Schema }
  | {
      kind: 'attribute';
      extension: Schema | null;
      attribute: Attribute;
      sub: Attribute | null;
      /** Only those elements of a list, or null for all. */
      where: ResolvedFilter | null;
      /** The same as it was parsed: an `add` without a match makes an element of its equalities. */
      filter: Filter | null;
    };

export type AttributeTarget = Extract<Target, { kind: 'attribute' }>;

/** Finds what a path names; null when this type of resource has no such attribute. Throws 400 invalidPath or invalidFilter. */
export function findTarget(type: ResourceType, path: string): Target | null {
  const extension = findExtension(type, path);
  if (extension) return { kind: 'extension', extension };
  if (isCoreUrn(type, path)) return { kind: 'resource' };
  const parsed = parsePatchPath(path);
  const resolved = resolvePath(type, parsed.path);
  if (!resolved) return null;
  if (parsed.filter === null) return { kind: 'attribute', ...resolved, where: null, filter: null };
  if (!resolved.attribute.multiValued || resolved.attribute.type !== 'complex') {
    throw invalid('invalidPath', `${resolved.attribute.name} is no list of objects, so "[…]" cannot choose from it.`);
  }
  const where = resolveElementFilter(resolved.attribute, parsed.filter);
  return { kind: 'attribute', ...resolved, where, filter: parsed.filter };
}
