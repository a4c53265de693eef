/** Parts of a resource that are the protocol's, not the person's. */
const NOT_ATTRIBUTES = new Set(['schemas', 'meta', 'groups', 'displayName', 'userName', 'active']);

type AttributeRow = { name: string; value: string };

/**
 * A SCIM resource as lines: sub-attributes by path (`name.givenName`), values of a multi-valued attribute by their type
 * (`emails (work)`), extensions without their URN.
 */
export function attributeRows(resource: Record<string, unknown>): AttributeRow[] {
  return Object.entries(resource)
    .filter(([name]) => !NOT_ATTRIBUTES.has(name))
    .flatMap(([name, value]) => rows(name.startsWith('urn:') ? '' : name, value));
}

function rows(name: string, value: unknown): AttributeRow[] {
  if (value === null || value === undefined) return [];
  if (Array.isArray(value)) return value.flatMap((item: unknown) => rowsOfItem(name, item));
  if (!isRecord(value)) return [{ name, value: typeof value === 'string' ? value : JSON.stringify(value) }];
  return Object.entries(value).flatMap(([part, inner]) => rows(name ? `${name}.${part}` : part, inner));
}

function rowsOfItem(name: string, item: unknown): AttributeRow[] {
  if (!isRecord(item)) return rows(name, item);
  const type = typeof item.type === 'string' ? `${name} (${item.type})` : name;
  if (item.value !== undefined) return rows(type, item.value);
  const rest = Object.entries(item).filter(([part]) => part !== 'type' && part !== 'primary');
  return rest.flatMap(([part, inner]) => rows(`${type}.${part}`, inner));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
