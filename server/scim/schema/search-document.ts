import { isJsonObject } from '../../../shared/scim/json.ts';
import type { Json, JsonObject } from '../../../shared/scim/json.ts';
import { attributesOf } from './attribute.ts';
import type { Attribute, ResourceType } from './attribute.ts';
import { foldValue } from './fold.ts';

/** The resource with every text folded as its attribute says: what filters and sorting look into. */
export function toSearchDocument(type: ResourceType, resource: JsonObject): JsonObject {
  const folded = foldObject(attributesOf(type), resource);
  for (const extension of type.extensions) {
    const part = resource[extension.id];
    if (isJsonObject(part)) folded[extension.id] = foldObject(extension.attributes, part);
  }
  return folded;
}

function foldObject(attributes: readonly Attribute[], value: JsonObject): JsonObject {
  const folded: JsonObject = {};
  for (const attribute of attributes) {
    const part = value[attribute.name];
    if (part !== undefined) folded[attribute.name] = fold(attribute, part);
  }
  return folded;
}

function fold(attribute: Attribute, value: Json): Json {
  if (Array.isArray(value)) return value.map((element) => fold(attribute, element));
  if (isJsonObject(value)) return foldObject(attribute.subAttributes, value);
  return typeof value === 'string' ? foldValue(attribute, value) : value;
}
