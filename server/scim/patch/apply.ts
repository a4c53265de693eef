import { isJsonObject } from '../../../shared/scim/json.ts';
import type { Json, JsonObject } from '../../../shared/scim/json.ts';
import type { MemberChange } from '../../directory/record.ts';
import { invalid } from '../../errors.ts';
import type { ResourceType, Schema } from '../schema/attribute.ts';
import { parseAttributePath } from '../schema/attribute-path.ts';
import { requireValues, withSchemas } from '../schema/read-resource.ts';
import { changeList } from './change-list.ts';
import { changeSingle } from './change-single.ts';
import { countListChange, type ListWork } from './list-work.ts';
import { changeMembers } from './members.ts';
import type { Operation } from './operations.ts';
import { findTarget } from './target.ts';
import type { AttributeTarget, Target } from './target.ts';

/** The resource after the operations, and what they do to a group's members, which live outside of it, in order. */
export type Patched = { resource: JsonObject; members: MemberChange[] };

/** The same on the way there. */
type Patching = Patched & { work: ListWork };

/**
 * Applies the operations one after the other to a copy: a failing one leaves nothing of those before it (RFC 7644 section
 * 3.5.2). Throws 400 with invalidPath, noTarget, mutability or invalidValue.
 */
export function applyPatch(type: ResourceType, before: JsonObject, operations: readonly Operation[]): Patched {
  const patched: Patching = { resource: structuredClone(before), members: [], work: { changes: 0, characters: 0 } };
  for (const operation of operations) applyOperation(type, patched, operation);
  const { resource, members } = patched;
  requireValues(type, resource);
  return { resource: withSchemas(type, resource), members };
}

function applyOperation(type: ResourceType, patched: Patching, operation: Operation): void {
  const { op, path, value } = operation;
  if (op !== 'remove' && value === undefined) {
    throw invalid('invalidValue', `An operation "${op}" needs a "value".`);
  }
  const target: Target | null = path === null ? { kind: 'resource' } : findTarget(type, path);
  if (target === null) throw invalid('invalidPath', `A ${type.name} has no attribute "${path ?? ''}".`);
  switch (target.kind) {
    case 'resource':
      applyToResource(type, patched, operation);
      break;
    case 'extension':
      applyToExtension(type, patched, operation, target.extension);
      break;
    case 'attribute':
      if (isReadOnly(target)) throw invalid('mutability', `${path ?? ''} is read-only.`);
      applyToAttribute(type, patched, operation, target);
  }
}

/** Without a path, each name in the value is one; unknown and read-only ones are ignored, as in a PUT. */
function applyToResource(type: ResourceType, patched: Patching, { op, value }: Operation): void {
  if (value === undefined || value === null) {
    throw invalid('noTarget', `An operation "${op}" without a "path" must say in "value" what it is about.`);
  }
  if (!isJsonObject(value)) throw invalid('invalidValue', 'Without a "path", "value" must be an object.');
  for (const [name, part] of Object.entries(value)) applyNamed(type, patched, op, name, part);
}

function applyToExtension(type: ResourceType, patched: Patching, { op, value }: Operation, extension: Schema): void {
  if (value === undefined || value === null) {
    Reflect.deleteProperty(patched.resource, extension.id);
    return;
  }
  if (!isJsonObject(value)) throw invalid('invalidValue', `The value of ${extension.id} must be an object.`);
  for (const [name, part] of Object.entries(value)) applyNamed(type, patched, op, `${extension.id}:${name}`, part);
}

function applyNamed(type: ResourceType, patched: Patching, op: Operation['op'], name: string, value: Json): void {
  const target = targetOfName(type, name);
  const part: Operation = { op, path: name, value };
  if (target?.kind === 'extension') applyToExtension(type, patched, part, target.extension);
  else if (target?.kind === 'resource') applyToResource(type, patched, part);
  else if (target && !isReadOnly(target)) applyToAttribute(type, patched, part, target);
}

/** A name that is no path at all is one more unknown attribute. */
function targetOfName(type: ResourceType, name: string): Target | null {
  return name.includes('[') || parseAttributePath(name) ? findTarget(type, name) : null;
}

function applyToAttribute(type: ResourceType, patched: Patching, operation: Operation, target: AttributeTarget): void {
  const holder = holderOf(patched.resource, target.extension);
  const before = holder[target.attribute.name];
  if (target.attribute.multiValued) countListChange(patched.work, before, operation, target);
  if (type.name === 'Group' && target.attribute.rows === 'members') {
    patched.members.push(changeMembers(operation, target));
    return;
  }
  const after = target.attribute.multiValued
    ? changeList(before, operation, target)
    : changeSingle(before, operation, target);
  if (after === undefined) removeFrom(holder, target);
  else holder[target.attribute.name] = after;
  settle(patched.resource, holder, target.extension);
}

function isReadOnly({ attribute, sub }: AttributeTarget): boolean {
  return attribute.mutability === 'readOnly' || sub?.mutability === 'readOnly';
}

function removeFrom(holder: JsonObject, { attribute }: AttributeTarget): void {
  if (attribute.required) throw invalid('mutability', `${attribute.name} is required and cannot be removed.`);
  // What an account cannot lose stays as it is.
  if (attribute.clearable) Reflect.deleteProperty(holder, attribute.name);
}

function holderOf(resource: JsonObject, extension: Schema | null): JsonObject {
  if (extension === null) return resource;
  const holder = resource[extension.id];
  return isJsonObject(holder) ? holder : {};
}

function settle(resource: JsonObject, holder: JsonObject, extension: Schema | null): void {
  if (extension === null) return;
  if (Object.keys(holder).length > 0) resource[extension.id] = holder;
  else Reflect.deleteProperty(resource, extension.id);
}
